import { z } from 'zod';
import type { Policies } from '#platform/policy';

const Limits = z.object({
  attemptsPerLoginAndSource: z.number().int().positive(),
  attemptsPerLogin: z.number().int().positive(),
  attemptsPerSource: z.number().int().positive(),
  windowSeconds: z.number().int().positive(),
  sessionSeconds: z.number().int().positive(),
  looksPerHour: z.number().int().positive(),
  lookSeconds: z.number().int().positive(),
});
export type DeskLimits = z.infer<typeof Limits>;

export const deskLimits = (policies: Policies): Promise<DeskLimits> =>
  policies.get('service-desk.limits', Limits);
