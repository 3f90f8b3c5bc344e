import { describe, expect, it } from 'vitest';
import { judgeAttempt } from './judge-attempt.ts';

const limits = { attemptsPerLoginAndSource: 5, attemptsPerLogin: 30, attemptsPerSource: 60 };
const at = (minute: number) => new Date(Date.UTC(2025, 2, 31, 2, minute));
const counts = (loginAndSource: number, login = loginAndSource, source = loginAndSource) => ({
  loginAndSource: { attempts: loginAndSource, windowEnd: at(15) },
  login: { attempts: login, windowEnd: at(20) },
  source: { attempts: source, windowEnd: at(25) },
});

describe("an agent's attempt to sign in", () => {
  it('is heard up to the fifth from one source', () => {
    expect(judgeAttempt(counts(5), limits)).toEqual({ heard: true });
  });

  it('waits for the end of the window from the sixth on', () => {
    expect(judgeAttempt(counts(6), limits)).toEqual({ heard: false, until: at(15) });
  });

  it('is heard once from a new source while strangers try the same login', () => {
    expect(judgeAttempt(counts(1, 400), limits)).toEqual({ heard: true });
    expect(judgeAttempt(counts(2, 400), limits)).toEqual({ heard: false, until: at(15) });
  });

  it('waits where one source tries many logins', () => {
    expect(judgeAttempt(counts(1, 1, 60), limits)).toEqual({ heard: true });
    expect(judgeAttempt(counts(1, 1, 61), limits)).toEqual({ heard: false, until: at(25) });
  });
});
