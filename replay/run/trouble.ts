import type { PostOffice } from '@sampai/testkit';
import type { Scenario } from '../scenarios/scenario.ts';

const DOMAINS = {
  gmail: ['gmail.com', 'googlemail.com'],
  yahoo: ['yahoo.com'],
  outlook: ['outlook.com'],
  own: [],
};

/** Lets the post office misbehave as the scenario says, from now on, by its own clock. `closedAt`: when the lane closed. */
export function orderTrouble(
  office: PostOffice,
  { trouble }: Scenario,
  people: number,
  seed: number,
): { closedAt(): number | null } {
  const { clock, faults } = office;
  if (trouble.kind === 'accepted-and-late') {
    const { operators, seconds, unreceipted, from, until } = trouble;
    clock.after(from, () => {
      const match = { channel: 'SMS', operator: operators } as const;
      const id = faults.add({ match, fault: { kind: 'late', ...seconds, unreceipted, seed } });
      clock.after(until - from, () => faults.clear(id));
    });
    return { closedAt: () => null };
  }
  const { provider, reply, tarpitSeconds, closesAt, opensAt } = trouble;
  const match = { channel: 'EMAIL', domain: DOMAINS[provider] } as const;
  const perMinute = (perThousand: number) => Math.max(1, Math.round((perThousand * people) / 1_000));
  const limit = { kind: 'limit', reply, tarpitSeconds } as const;
  const tolerated = perMinute(trouble.toleratedPerMinute);
  let closedAt: number | null = null;
  const first = faults.add({ match, fault: { ...limit, perMinute: tolerated, closes: true } });
  clock.after(closesAt, () => {
    const since = faults.list().find(({ id }) => id === first)?.closedSince;
    closedAt = since === undefined ? clock.now().getTime() : Date.parse(since);
    faults.add({ match, fault: { kind: 'defer', reply, tarpitSeconds } });
  });
  clock.after(opensAt, () => {
    faults.clear();
    faults.add({ match, fault: { ...limit, perMinute: perMinute(trouble.afterwardsPerMinute) } });
  });
  return { closedAt: () => closedAt };
}
