import { expect, it } from 'vitest';
import type { LaneWindow } from './judge-health.ts';
import { ofWholeRoute, withoutRoutes } from './trouble-of-routes.ts';

const QUIET: LaneWindow = {
  ...{
    accepted: 0,
    failing: 0,
    turnedAway: 0,
    untaken: 0,
    untakenSeconds: 0,
    slowDowns: 0,
    onTime: 0,
    late: 0,
  },
  ...{ verified: 0, missing: 0, refusing: false, held: false, stateSeconds: 0, good: 0, arrived: 0 },
};
const seen = (more: Partial<LaneWindow>) => ({ ...QUIET, ...more });

it('what fails over a closed route says nothing of its lane, while another one is in order', () => {
  const lane = seen({ accepted: 6, failing: 7, turnedAway: 6, untaken: 2, late: 3, onTime: 6 });
  const closed = seen({ failing: 6, turnedAway: 6, untaken: 4, late: 3 });
  expect(withoutRoutes(lane, [closed])).toEqual({ ...lane, failing: 1, turnedAway: 0, untaken: 0, late: 0 });
  expect(withoutRoutes(lane, [])).toEqual(lane);
});

it('a route as a whole is judged by whether it takes anything, and not by the trouble of one lane it leads to', () => {
  const seen = { ...QUIET, failing: 9, turnedAway: 9, untaken: 3, late: 9, slowDowns: 9, missing: 9 };
  expect(ofWholeRoute(seen)).toEqual({ ...QUIET, failing: 9, turnedAway: 9, untaken: 3 });
  expect(ofWholeRoute({ ...seen, accepted: 1 })).toEqual({ ...QUIET, accepted: 1 });
});
