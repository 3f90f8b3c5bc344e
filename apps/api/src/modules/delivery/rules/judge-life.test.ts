import { describe, expect, it } from 'vitest';
import { judgeLife, LIFE } from './judge-life.ts';

const NOW = new Date('2026-03-31T02:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const heardFor = (seconds: number) => ({ since: NOW.getTime() - seconds * 1000, last: NOW.getTime() });
const well = { now: NOW, lastBeat: ago(2), workers: 1, sendingSince: ago(60), judgedAt: ago(1) };

describe('our own sending stands still', () => {
  it('once no worker was heard of for 15 s, and not before', () => {
    const dead = { ...well, workers: 0, sendingSince: null };
    expect(judgeLife({ ...dead, lastBeat: ago(14) }, heardFor(60), LIFE).standsStillFor).toBeNull();
    expect(judgeLife({ ...dead, lastBeat: ago(15) }, heardFor(60), LIFE)).toMatchObject({
      ...{ standsStillFor: 15, sendingFor: null },
    });
    expect(judgeLife(well, heardFor(60), LIFE)).toMatchObject({ standsStillFor: null, sendingFor: 60 });
  });

  it('not while the database itself was away until a moment ago', () => {
    const old = { ...well, lastBeat: ago(40), judgedAt: ago(40) };
    expect(judgeLife(old, heardFor(5), LIFE)).toMatchObject({ standsStillFor: null, isJudged: true });
    expect(judgeLife(old, heardFor(6), LIFE)).toMatchObject({ standsStillFor: 40, isJudged: false });
  });

  it('where there never was a worker, counted from when we began to look', () => {
    const none = { now: NOW, lastBeat: null, workers: 0, sendingSince: null, judgedAt: null };
    expect(judgeLife(none, heardFor(14), LIFE).standsStillFor).toBeNull();
    expect(judgeLife(none, heardFor(16), LIFE)).toMatchObject({ standsStillFor: 16, judgedAgo: null });
  });
});

it('a judgement of lanes is stale after 15 s, though workers live', () => {
  expect(judgeLife({ ...well, judgedAt: ago(14) }, heardFor(60), LIFE).isJudged).toBe(true);
  expect(judgeLife({ ...well, judgedAt: ago(15) }, heardFor(60), LIFE)).toMatchObject({
    ...{ isJudged: false, judgedAgo: 15, standsStillFor: null },
  });
});
