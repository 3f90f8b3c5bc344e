import { expect, it } from 'vitest';
import { judgeOurOwn } from './judge-our-own.ts';

const NOW = new Date('2026-03-31T02:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const still = { standsStillFor: 30, sendingFor: null, isJudged: false };
const runs = (sendingFor: number) => ({ standsStillFor: null, sendingFor, isJudged: true });
const judge = (sending: typeof still | ReturnType<typeof runs>, incident?: { until: Date | null }) =>
  judgeOurOwn({ sending, incident }, NOW);

it('an incident of our own opens once, with the last word of a worker as its beginning', () => {
  expect(judge(still)).toEqual({ verdict: 'open', since: ago(0.5) });
  expect(judge(still, { until: null })).toEqual({ verdict: 'nothing' });
});

it('what stands still again within half an hour is the same incident', () => {
  expect(judge(still, { until: ago(29) })).toMatchObject({ verdict: 'reopen' });
  expect(judge(still, { until: ago(31) })).toMatchObject({ verdict: 'open' });
});

it('it is over when our sending has run for two minutes, and says since when', () => {
  expect(judge(runs(119), { until: null })).toEqual({ verdict: 'nothing' });
  expect(judge(runs(120), { until: null })).toEqual({ verdict: 'close', since: ago(2) });
  expect(judge(runs(500), { until: ago(5) })).toEqual({ verdict: 'nothing' });
});

it('a short silence, or one that nobody can judge, changes nothing', () => {
  const unsure = { standsStillFor: null, sendingFor: null, isJudged: false };
  expect(judgeOurOwn({ sending: unsure, incident: { until: null } }, NOW)).toEqual({ verdict: 'nothing' });
});

it('what was closed by hand stays closed until we stand still anew', () => {
  expect(judge(still, { until: ago(0.2) })).toEqual({ verdict: 'nothing' });
});
