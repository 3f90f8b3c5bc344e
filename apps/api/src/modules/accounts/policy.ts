import { z } from 'zod';
import type { Policies } from '#platform/policy';

const Limits = z.object({
  failuresPerSource: z.number().int().positive(),
  failuresPerBrowser: z.number().int().positive(),
  failuresPerAccount: z.number().int().positive(),
  windowSeconds: z.number().int().positive(),
  sessionIdleSeconds: z.number().int().positive(),
  sessionSeconds: z.number().int().positive(),
});
export type AccountLimits = z.infer<typeof Limits>;

export const accountLimits = (policies: Policies): Promise<AccountLimits> =>
  policies.get('accounts.limits', Limits);
