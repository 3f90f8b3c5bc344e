import { z } from 'zod';
import { commonFields, passwordFields, seconds } from '../../config/route.ts';
import { ALPHABETS } from './alphabet.ts';

/** A bind to an SMSC (SMPP 3.4), a carrier's own or an aggregator's. */
export const config = z.strictObject({
  kind: z.literal('smpp'),
  ...commonFields('sms'),
  systemId: z.string().min(1).max(15),
  ...passwordFields,
  systemType: z.string().max(12).default(''),
  /** `auto`: a transceiver, or a transmitter and a receiver where that is refused or never answered. */
  bind: z.enum(['auto', 'transceiver', 'pair']).default('auto'),
  /** `true`: by TLS, the certificate checked against the system's authorities or `ca` (PEM). */
  tls: z
    .union([z.boolean(), z.strictObject({ ca: z.string().optional(), servername: z.string().optional() })])
    .default(false),
  /** Who it is from: 5 (alphanumeric) with a registered name, or 1 with a number. The sender's name when left out. */
  source: z
    .strictObject({
      ton: z.int().min(0).max(6),
      npi: z.int().min(0).max(18),
      address: z.string().min(1).max(20),
    })
    .optional(),
  alphabet: z.enum(ALPHABETS).default('gsm'),
  /** Whether codes end with `@host #code` here; some carriers filter web addresses, and the whole text with them. */
  originLine: z.boolean().default(true),
  /** Whether this route returns delivery receipts, so that acceptance is not the last we hear. */
  receipts: z.boolean().default(true),
  /** Submits that may wait for their answer at a time. */
  window: z.int().min(1).max(500).default(20),
  /** A line that has not come up by then: the message is deferred. */
  connectSeconds: seconds(5, 60),
  bindSeconds: seconds(4, 60),
  /**
   * A submit without an answer by then: nobody knows, outcome `unknown`. After nearly half of it without a word the SMSC is asked
   * whether it is there, and hung up if it says nothing for as long again.
   */
  responseSeconds: seconds(10, 60),
  enquireSeconds: seconds(30, 300),
  /** The longest pause between two attempts to bind; the first is a quarter of a second, and each twice the last. */
  reconnectSeconds: seconds(5, 300),
});

export type SmppRoute = z.infer<typeof config>;
