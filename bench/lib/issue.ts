import type { Ground } from '@sampai/api/app/ground';
import type { wireModules } from '@sampai/api/app/modules';
import { sha256 } from '@sampai/api/platform/digest';

/** Lanes as people have them: the large ones carry most (shares assumed, as in the replays). */
const PHONES = ['+62812', '+62812', '+62812', '+62813', '+62856', '+62856', '+62817', '+62817', '+62831'];
const MAILBOXES = [
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'yahoo.com',
  'outlook.com',
  'kantor.example',
];

/** Issues a code for nobody's return, by the use-case in this process; the id of the token. `i` makes it somebody of his own. */
export async function issueCode(
  ground: Ground,
  modules: ReturnType<typeof wireModules>,
  channel: 'SMS' | 'EMAIL',
  i: number,
): Promise<string> {
  const account = crypto.randomUUID();
  const turn = Math.abs(i) >> 1;
  const address =
    channel === 'SMS'
      ? `${PHONES[turn % PHONES.length]}${String(10_000_000 + i)}`
      : `bench-${i}@${MAILBOXES[turn % MAILBOXES.length]}`;
  const issued = await ground.db.inTransaction((tx) =>
    modules.tokens.issue(tx, {
      purpose: 'SUBMIT_RETURN',
      subject: `taxpayer:${account}`,
      account,
      binding: sha256(account),
      destination: modules.delivery.destination(channel, address, '••••'),
      flowHash: null,
      network: `n${i % 50}`,
      locale: 'id',
      acceptPrice: null,
    }),
  );
  if (!issued.ok) throw new Error(`refused: ${issued.code}`);
  return issued.token.id;
}
