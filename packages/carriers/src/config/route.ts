import { z } from 'zod';
import { Secret } from './secret.ts';

const LANE = /^(sms|mail):([a-z0-9][a-z0-9.-]*|\*)$/;

/** What every route has, whatever its kind. `lanes` are ids (`sms:telkomsel`, `mail:gmail`) or all of a channel. */
export const commonFields = (prefix: 'sms' | 'mail') => ({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes'),
  host: z.string().min(1).max(255),
  port: z.int().min(1).max(65_535),
  lanes: z
    .array(
      z.string().refine((lane) => LANE.test(lane) && lane.startsWith(`${prefix}:`), {
        error: `must be a lane of this channel: ${prefix}:<name> or ${prefix}:*`,
      }),
    )
    .min(1),
  /** Messages a second that the contract allows: a conformance run offers them, and then more. */
  agreedRate: z.number().positive().max(10_000).optional(),
  /** Leads to the post office of development: live without a report, and refused in production. */
  bundled: z.literal(true).optional(),
});

/** Whether more than one lane may share the route. */
export const servesSeveral = ({ lanes }: { lanes: readonly string[] }): boolean =>
  lanes.length > 1 || lanes.some((lane) => lane.endsWith(':*'));

/** A password stands in the file, or the environment variable named there holds it. */
export const passwordFields = {
  password: z
    .string()
    .transform((value) => new Secret(value))
    .optional(),
  passwordEnv: z.string().min(1).optional(),
};

export const seconds = (usual: number, most: number) => z.number().min(0.05).max(most).default(usual);
