import { describe, expect, it } from 'vitest';
import { chooseProbe, chooseRoute, type Trouble, troubleOf, type Way } from './choose-route.ts';

const way = (route: string, more: Partial<Way<string>> = {}): Way<string> => ({
  ...{ route, avoided: false, connected: true, trouble: 0 },
  ...more,
});
const turns = (...ways: Way<string>[]) => [1, 2, 3].map((attempt) => chooseRoute(ways, attempt));

describe('the route of an attempt', () => {
  it('is one of those in order, another one each time', () => {
    expect(turns(way('a'), way('b'))).toEqual(['a', 'b', 'a']);
    expect(chooseRoute([way('a'), way('b')], 0)).toBe('a');
    expect(chooseRoute([], 1)).toBeUndefined();
  });

  it.each([
    ['that the message avoids', { avoided: true }],
    ['that this worker has no connections of', { connected: false }],
    ['that rests or is red', { trouble: 1 }],
    ['that is closed', { trouble: 2 }],
  ] as const)('is not one %s, while another is left', (_, more) => {
    expect(turns(way('a', more), way('b'))).toEqual(['b', 'b', 'b']);
    expect(turns(way('a', more))).toEqual(['a', 'a', 'a']);
  });

  it('is the one in less trouble, where all are in some; and any, where all are closed', () => {
    expect(turns(way('a', { trouble: 2 }), way('b', { trouble: 1 }))).toEqual(['b', 'b', 'b']);
    expect(turns(way('a', { trouble: 2 }), way('b', { trouble: 2 }))).toEqual(['a', 'b', 'a']);
  });
});

it.each([
  ['nothing where nothing is known', undefined, 0],
  ['nothing where it is amber', { state: 'AMBER', rests: false }, 0],
  ['some where it rests', { state: 'GREEN', rests: true }, 1],
  ['some where it is red', { state: 'RED', rests: false }, 1],
  ['more where it is closed', { state: 'CLOSED', rests: true }, 2],
] as const)('the trouble of a route is %s', (_, standing, trouble: Trouble) => {
  expect(troubleOf(standing)).toBe(trouble);
});

describe('who tries a route that is out of order', () => {
  const message = (id: number, kind = 'CODE', attempts = 1, avoid: string[] = []) => ({
    ...{ id, kind, attempts, avoid },
  });

  it('is a receipt or a notice before a code, and the last in line', () => {
    expect(chooseProbe([message(1), message(2, 'RECEIPT'), message(3, 'NOTICE')], 'a')?.id).toBe(3);
    expect(chooseProbe([message(1), message(2)], 'a')?.id).toBe(2);
  });

  it('is nobody who was tried before, or avoids it', () => {
    expect(chooseProbe([message(1, 'CODE', 2), message(2, 'NOTICE', 1, ['a'])], 'a')).toBeUndefined();
  });
});
