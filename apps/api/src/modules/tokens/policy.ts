import { z } from 'zod';
import type { Policies } from '#platform/policy';
import type { Purpose } from './types.ts';

const Seconds = z.number().int().positive();
const Clocks = z.object({
  windowSeconds: z.object({ SMS: Seconds.nullable(), EMAIL: Seconds.nullable() }),
  endSeconds: z.object({ SMS: Seconds, EMAIL: Seconds }),
});
const Limits = z.object({
  attempts: z.number().int().positive(),
  consecutiveWrong: z.number().int().positive(),
  resendSeconds: z.array(Seconds).min(1),
  sends: z.number().int().positive(),
  messages: z.number().int().positive(),
  perHour: z.number().int().positive(),
  perDay: z.number().int().positive(),
  smsPerNumberHour: z.number().int().positive(),
});
const Budgets = z.object({
  enforced: z.boolean(),
  perNetworkHour: z.number().int().nonnegative(),
  perPrefixHour: z.number().int().nonnegative(),
  /** A proof of work: how many keys to try at most, and how many rounds of PBKDF2 each takes. */
  work: z
    .object({ keys: z.number().int().positive(), cost: z.number().int().positive() })
    .default({ keys: 400, cost: 5000 }),
});

const FreePurposes = z.array(z.string());
const Prices = z.record(z.string(), z.number().int().nonnegative());

export type TokenPolicy = ReturnType<typeof makeTokenPolicy>;

/** The dated numbers of this module, typed. Seconds, counts and whole rupiah. */
export function makeTokenPolicy(policies: Policies) {
  return {
    clocks: (purpose: Purpose) => policies.get(`token.${purpose}`, Clocks),
    limits: () => policies.get('token.limits', Limits),
    budgets: () => policies.get('sms.budgets', Budgets),
    /** What the taxpayer pays for a code on this lane. Mail is free, and so are the purposes the authority pays for. */
    async price(lane: string, purpose: Purpose): Promise<bigint> {
      const free = await policies.get('sms.free_purposes', FreePurposes);
      if (free.includes(purpose)) return 0n;
      const prices = await policies.get('sms.prices', Prices);
      return BigInt(prices[lane] ?? 0);
    },
  };
}
