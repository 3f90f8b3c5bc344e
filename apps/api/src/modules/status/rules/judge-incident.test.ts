import { expect, it } from 'vitest';
import type { Health, LaneSeen, Traffic } from '../types.ts';
import { judgeIncident } from './judge-incident.ts';

const NOW = new Date('2020-02-21T10:00:00+07:00');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const lane = (health: Health, minutes: number, id = 'mail:gmail'): LaneSeen => ({
  ...{ lane: id, name: 'Gmail', channel: 'EMAIL', health, since: ago(minutes), reason: 'slow', listed: true },
  wellSince: health === 'GREEN' || health === 'AMBER' ? ago(minutes) : null,
});
const OPEN = { until: null, provider: 'EMAIL Gmail', lanes: ['mail:gmail'], quietSince: null, public: true };
/** In every lane something has arrived since it was well. */
const BUSY: Traffic[] = ['mail:gmail', 'mail:gmail-2'].map((id) => ({ lane: id, arrived: 1, triedAt: NOW }));
const judge = (
  lanes: LaneSeen[],
  incident?: Parameters<typeof judgeIncident>[0]['incident'],
  traffic = BUSY,
  concernsMany = true,
) => judgeIncident({ lanes, incident, traffic, concernsMany }, NOW);
const verdict = (...given: Parameters<typeof judge>) => judge(...given).verdict;

it('a lane that is red opens an incident once it has been so for a minute, a closed one at once', () => {
  expect(verdict([lane('RED', 0.9)])).toBe('nothing');
  expect(verdict([lane('RED', 1)])).toBe('open');
  expect(verdict([lane('CLOSED', 0)])).toBe('open');
});

it('amber never opens one by itself', () => {
  expect(verdict([lane('AMBER', 600)])).toBe('nothing');
});

it('an open one ends when its lanes have been well for 15 minutes and messages have arrived, not before (R53)', () => {
  expect(verdict([lane('GREEN', 14.9)], OPEN)).toBe('nothing');
  expect(verdict([lane('AMBER', 15)], OPEN)).toBe('close');
  expect(verdict([{ ...lane('AMBER', 2), wellSince: ago(20) }], OPEN)).toBe('close');
  expect(verdict([lane('RED', 0.1)], OPEN)).toBe('nothing');
});

it('stays open without traffic, however long, and whatever its lanes were called before', () => {
  const none = [{ lane: 'mail:gmail', arrived: 0, triedAt: null }];
  for (const health of ['GREEN', 'AMBER', 'UNKNOWN'] as const)
    expect(verdict([lane(health, 6_000)], OPEN, none)).toBe('nothing');
  expect(verdict([lane('UNKNOWN', 6_000)], OPEN)).toBe('nothing');
  const both = { ...OPEN, lanes: ['mail:gmail', 'mail:gmail-2'] };
  const one = [...BUSY.slice(0, 1), { lane: 'mail:gmail-2', arrived: 0, triedAt: NOW }];
  expect(verdict([lane('GREEN', 60), lane('GREEN', 60, 'mail:gmail-2')], both, one)).toBe('nothing');
});

it('says, once for each silence, since when nothing was tried', () => {
  const quiet = (minutes: number) => [{ lane: 'mail:gmail', arrived: 0, triedAt: ago(minutes) }];
  const closed = [lane('CLOSED', 60)];
  expect(verdict(closed, OPEN, quiet(14))).toBe('nothing');
  expect(judge(closed, OPEN, quiet(15))).toEqual({ verdict: 'say-quiet', since: ago(15) });
  expect(verdict(closed, { ...OPEN, quietSince: ago(15) }, quiet(15))).toBe('nothing');
  expect(verdict(closed, { ...OPEN, quietSince: ago(40) }, quiet(15))).toBe('say-quiet');
});

it('it ends with the last of its lanes', () => {
  const both = { ...OPEN, lanes: ['mail:gmail', 'mail:gmail-2'] };
  expect(verdict([lane('GREEN', 60), lane('RED', 60, 'mail:gmail-2')], both)).toBe('nothing');
  expect(judge([lane('GREEN', 60), lane('GREEN', 16, 'mail:gmail-2')], both)).toEqual({
    verdict: 'close',
    wellSince: ago(16),
  });
});

it('another lane of the same provider joins the open one', () => {
  const second = lane('RED', 2, 'mail:gmail-2');
  expect(judge([lane('RED', 9), second], OPEN)).toEqual({
    verdict: 'join',
    lanes: [second],
  });
});

it('what comes back within 30 minutes is the same incident, later it is another', () => {
  const over = (minutes: number) => ({ ...OPEN, until: ago(minutes) });
  expect(verdict([lane('RED', 1)], over(30))).toBe('reopen');
  expect(verdict([lane('RED', 0.5)], over(30))).toBe('nothing');
  expect(verdict([lane('RED', 1)], over(30.1))).toBe('open');
});

it('one that was opened by hand takes lanes in, and is closed by hand', () => {
  const byHand = { ...OPEN, provider: null };
  expect(verdict([lane('GREEN', 600)], byHand)).toBe('nothing');
  expect(verdict([lane('RED', 2)], { ...byHand, lanes: [] })).toBe('join');
});

it('one of a name that anybody may have chosen becomes public once it concerns many', () => {
  const hidden = { ...OPEN, public: false };
  expect(verdict([lane('RED', 2)], hidden, BUSY, false)).toBe('nothing');
  expect(verdict([lane('RED', 2)], hidden)).toBe('publish');
  expect(verdict([lane('GREEN', 2)], hidden)).toBe('nothing');
});

it('what comes back after one that was closed by hand is another, which closes by itself', () => {
  const byHand = { ...OPEN, provider: null, until: ago(5) };
  expect(verdict([lane('RED', 2)], byHand)).toBe('open');
  expect(verdict([lane('RED', 20)], byHand)).toBe('nothing');
});

it('one that was closed while its lane was disturbed stays closed until the lane has news', () => {
  const over = { ...OPEN, until: ago(5) };
  expect(verdict([lane('RED', 20)], over)).toBe('nothing');
  expect(verdict([lane('RED', 50)], { ...OPEN, until: ago(40) })).toBe('nothing');
  expect(verdict([lane('CLOSED', 4)], over)).toBe('reopen');
});
