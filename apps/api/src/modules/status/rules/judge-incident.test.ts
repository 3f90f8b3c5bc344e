import { expect, it } from 'vitest';
import type { Health, LaneSeen } from '../types.ts';
import { judgeIncident } from './judge-incident.ts';

const NOW = new Date('2020-02-21T10:00:00+07:00');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const lane = (health: Health, minutes: number, id = 'mail:gmail'): LaneSeen => ({
  ...{ lane: id, name: 'Gmail', channel: 'EMAIL', health, since: ago(minutes), reason: 'slow' },
  wellSince: health === 'GREEN' || health === 'AMBER' ? ago(minutes) : null,
});
const OPEN = { until: null, provider: 'EMAIL Gmail', lanes: ['mail:gmail'] };
const verdict = (lanes: LaneSeen[], incident?: Parameters<typeof judgeIncident>[0]['incident']) =>
  judgeIncident({ lanes, incident }, NOW).verdict;

it('a lane that is red opens an incident once it has been so for a minute, a closed one at once', () => {
  expect(verdict([lane('RED', 0.9)])).toBe('nothing');
  expect(verdict([lane('RED', 1)])).toBe('open');
  expect(verdict([lane('CLOSED', 0)])).toBe('open');
});

it('amber never opens one by itself', () => {
  expect(verdict([lane('AMBER', 600)])).toBe('nothing');
});

it('an open one ends when its lanes have been green or amber for 15 minutes, and not before (R53)', () => {
  expect(verdict([lane('GREEN', 14.9)], OPEN)).toBe('nothing');
  expect(verdict([lane('AMBER', 15)], OPEN)).toBe('close');
  expect(verdict([{ ...lane('AMBER', 2), wellSince: ago(20) }], OPEN)).toBe('close');
  expect(verdict([lane('RED', 0.1)], OPEN)).toBe('nothing');
});

it('it ends with the last of its lanes', () => {
  const both = { ...OPEN, lanes: ['mail:gmail', 'mail:gmail-2'] };
  expect(verdict([lane('GREEN', 60), lane('RED', 60, 'mail:gmail-2')], both)).toBe('nothing');
  const judged = judgeIncident(
    { lanes: [lane('GREEN', 60), lane('GREEN', 16, 'mail:gmail-2')], incident: both },
    NOW,
  );
  expect(judged).toEqual({ verdict: 'close', wellSince: ago(16) });
});

it('another lane of the same provider joins the open one', () => {
  const second = lane('RED', 2, 'mail:gmail-2');
  expect(judgeIncident({ lanes: [lane('RED', 9), second], incident: OPEN }, NOW)).toEqual({
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

it('one that was closed while its lane was disturbed stays closed until the lane has news', () => {
  const over = { ...OPEN, until: ago(5) };
  expect(verdict([lane('RED', 20)], over)).toBe('nothing');
  expect(verdict([lane('RED', 50)], { ...OPEN, until: ago(40) })).toBe('nothing');
  expect(verdict([lane('CLOSED', 4)], over)).toBe('reopen');
});
