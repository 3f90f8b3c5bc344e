import { describe, expect, it } from 'vitest';
import { type Approvals, mayCarry, NOBODY_DECIDED } from './may-carry.ts';

const relay = { name: 'relay', lanes: ['mail:*'], bundled: false, digest: 'as certified' };
const sink = { ...relay, bundled: true };
const decided = (more: Partial<Approvals>): Approvals => ({ ...NOBODY_DECIDED, ...more });
const letIn = (...lanes: string[]) => ({
  standing: new Map([['relay', { lanes, configured: 'as certified' }]]),
  judged: new Set(['relay']),
});

describe('a route carries the messages of a lane', () => {
  it.each([
    ['not before it was let in, though the lane is live', relay, 'mail:gmail', {}, false],
    ['once it was let in for it', relay, 'mail:gmail', letIn('mail:gmail'), true],
    ['once it was let in for all of the channel', relay, 'mail:kantor.example', letIn('mail:*'), true],
    ['not beyond the lanes it was let in for', relay, 'mail:yahoo', letIn('mail:gmail'), false],
    ['not a lane that it does not serve', relay, 'sms:tri', letIn('sms:tri'), false],
    [
      'not once it is another than was let in',
      { ...relay, digest: 'x' },
      'mail:gmail',
      letIn('mail:*'),
      false,
    ],
    ['bundled, wherever it leads today', { ...sink, digest: 'x' }, 'mail:gmail', letIn('mail:*'), true],
    ['without an approval where it is the bundled post office', sink, 'mail:gmail', {}, true],
    [
      'no more, bundled or not, once it was taken back',
      sink,
      'mail:gmail',
      { judged: new Set(['relay']) },
      false,
    ],
    [
      'not in a lane that is not live',
      sink,
      'mail:gmail',
      { lanes: new Map([['mail:gmail', false]]) },
      false,
    ],
    [
      'not of a domain without a row, when all of them are closed',
      sink,
      'mail:x.id',
      { lanes: new Map([['mail:*', false]]) },
      false,
    ],
    [
      'of a lane that is live by itself, when all others are closed',
      ...([
        sink,
        'mail:gmail',
        {
          lanes: new Map([
            ['mail:*', false],
            ['mail:gmail', true],
          ]),
        },
        true,
      ] as const),
    ],
  ])('%s', (_, route, lane, facts, may) => {
    expect(mayCarry(route, lane, decided(facts))).toBe(may);
  });
});
