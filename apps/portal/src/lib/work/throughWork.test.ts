import { describe, expect, it, vi } from 'vitest';
import { throughWork } from './throughWork.ts';

const asked = (challenge: string) => ({ code: 'CHALLENGE_NEEDED', message: '', challenge });
const passed = { id: 'activation' };
const solve = async (challenge: string) => `solution of ${challenge}`;

describe('a piece of work before a code is sent', () => {
  it('is done and sent along, and the person sees what they asked for', async () => {
    const send = vi.fn().mockResolvedValueOnce(asked('a')).mockResolvedValueOnce(passed);
    expect(await throughWork(send, solve)).toBe(passed);
    expect(send.mock.calls).toEqual([[{}], [{ proofOfWork: 'solution of a' }]]);
  });

  it('is done once more where the first challenge had ended', async () => {
    const send = vi.fn().mockResolvedValueOnce(asked('a')).mockResolvedValueOnce(asked('b'));
    send.mockResolvedValueOnce(passed);
    expect(await throughWork(send, solve)).toBe(passed);
    expect(send).toHaveBeenLastCalledWith({ proofOfWork: 'solution of b' });
  });

  it('never loops: after two rounds the person is told (R69)', async () => {
    const send = vi.fn().mockResolvedValue(asked('again'));
    expect(await throughWork(send, solve)).toMatchObject({ code: 'CHALLENGE_NEEDED' });
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('is not pretended where the browser cannot do it', async () => {
    const send = vi.fn().mockResolvedValue(asked('a'));
    expect(await throughWork(send, async () => null)).toMatchObject({ code: 'CHALLENGE_NEEDED' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([passed, undefined, null, { code: 'RATE_LIMITED', message: '' }])(
    'is not done where nobody asks for it (%s)',
    async (answer) => {
      const send = vi.fn().mockResolvedValue(answer);
      expect(await throughWork(send, solve)).toBe(answer);
      expect(send).toHaveBeenCalledTimes(1);
    },
  );
});
