import { describe, expect, it } from 'vitest';
import { headlineOf } from './headline.ts';

const lane = (health: 'GREEN' | 'AMBER' | 'RED' | 'CLOSED' | 'UNKNOWN', live = true) => ({
  ...{ health, live, via: 'Gmail' },
});
const nothing = { incidents: [], maintenance: [], arrival: [lane('GREEN'), lane('UNKNOWN')] };
const to = '2023-05-28T16:59:00Z';
const over = { until: to, closedAlthough: false };

describe('the headline of the status page', () => {
  it('is that all is well only where incidents, maintenance and lanes agree', () => {
    expect(headlineOf(nothing)).toEqual({ say: 'well' });
    expect(headlineOf({ ...nothing, incidents: [over] })).toEqual({ say: 'well' });
    expect(headlineOf({ ...nothing, maintenance: [{ phase: 'ANNOUNCED', to }] })).toEqual({ say: 'well' });
  });

  it.each(['AMBER', 'RED', 'CLOSED'] as const)(
    'is that we are looking into a lane that is %s before it is an incident',
    (health) => {
      expect(headlineOf({ ...nothing, arrival: [lane(health), lane('GREEN')] })).toEqual({
        ...{ say: 'looking', at: ['Gmail'] },
      });
    },
  );

  it('says nothing of a carrier that serves nobody yet', () => {
    expect(headlineOf({ ...nothing, arrival: [lane('CLOSED', false)] })).toEqual({ say: 'well' });
  });

  it('is the maintenance while it runs, and the incidents where one is open', () => {
    const running = { ...nothing, maintenance: [{ phase: 'RUNNING' as const, to }] };
    expect(headlineOf({ ...running, arrival: [lane('RED')] })).toEqual({ say: 'maintenance', to });
    expect(headlineOf({ ...running, incidents: [{ ...over, until: null }] })).toEqual({ say: 'incidents' });
    const closed = { ...over, closedAlthough: true }; // by hand, and its lane is not in order yet
    expect(headlineOf({ ...nothing, incidents: [closed] })).toEqual({ say: 'incidents' });
  });
});
