import { z } from 'zod';
import { commonFields, passwordFields, seconds } from '../../config/route.ts';
import { usualLimits } from './usual-limits.ts';

/** An SMTP relay (RFC 5321), our own or a sending service's; or a provider's own exchanger. */
const entry = z.strictObject({
  kind: z.literal('smtp'),
  ...commonFields('mail'),
  user: z.string().min(1).optional(),
  ...passwordFields,
  /** `ifOffered`: STARTTLS where the relay offers it. Certificates are checked, against `ca` (PEM) if given. */
  tls: z.enum(['none', 'ifOffered', 'required', 'implicit']).default('ifOffered'),
  ca: z.string().optional(),
  /** The name the certificate must bear, where it is not that of the host. */
  servername: z.hostname().optional(),
  /** What we call ourselves in EHLO; the machine's host name when left out. */
  clientName: z.hostname().optional(),
  /** Connections that the other end allows us, all workers together, and mails over one of them before it is closed (`usualLimits`). */
  connections: z.int().min(1).max(100).optional(),
  messagesPerConnection: z.int().min(1).max(100_000).optional(),
  /** The key is read when the route is opened; its path is taken from the working directory. */
  dkim: z
    .strictObject({
      domain: z.hostname(),
      selector: z.string().min(1).max(63),
      privateKeyFile: z.string().min(1),
    })
    .optional(),
  connectSeconds: seconds(5, 60),
  /** A mail not settled by then: the connection is given up. */
  responseSeconds: seconds(15, 60),
  idleSeconds: seconds(60, 240),
});

export const config = entry.transform(({ connections, messagesPerConnection, ...route }) => {
  const usual = usualLimits(route.host);
  return {
    ...route,
    connections: connections ?? usual.connections,
    messagesPerConnection: messagesPerConnection ?? usual.messagesPerConnection,
  };
});

export type SmtpRoute = z.infer<typeof config>;
