import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import DKIM from 'nodemailer/lib/dkim';
import {
  type Carrier,
  type CarrierKind,
  type Outbound,
  PART_FULL,
  RouteError,
  type Sender,
  type SendOutcome,
  TAKEN_BACK,
} from '../../contract.ts';
import { keepableReply } from '../../reply.ts';
import { composeMail } from './compose.ts';
import { config, type SmtpRoute } from './config.ts';
import { judgeReply } from './judge-reply.ts';
import { MailFailed } from './line.ts';
import { makePool } from './pool.ts';

/** Opens a way to an SMTP relay; connections are made as mails come. Rejects with a RouteError when the DKIM key cannot be used. */
async function open(route: SmtpRoute, sender: Sender): Promise<Carrier> {
  const dkim = await signerOf(route);
  const pool = makePool(route);
  const underWay = new Set<Promise<SendOutcome>>();

  async function hand(message: Outbound): Promise<SendOutcome> {
    const mail = await composeMail(message, sender, dkim).catch(() => undefined);
    // Another attempt would not be built either.
    if (!mail) return { kind: 'refused', scope: 'message', reply: 'UNBUILDABLE' };
    try {
      return {
        kind: 'accepted',
        providerId: null,
        reply: keepableReply(await pool.post(mail, { lane: message.lane, mayGo: message.mayGo })),
      };
    } catch (failure) {
      if (failure instanceof MailFailed) return judgeFailure(failure);
      throw failure;
    }
  }

  return {
    route: route.name,
    channel: 'EMAIL',
    connections: pool.connections,
    send(message) {
      const sending = hand(message).finally(() => underWay.delete(sending));
      underWay.add(sending);
      return sending;
    },
    // A relay tells what became of a mail by a bounce, if at all.
    onReceipt: () => {},
    async close() {
      await Promise.allSettled(underWay);
      await pool.close();
    },
  };
}

function judgeFailure({ reply, message: code, onItsWay, atConnect }: MailFailed): SendOutcome {
  if (code === TAKEN_BACK.reply) return TAKEN_BACK;
  if (code === PART_FULL.reply) return PART_FULL;
  if (reply !== undefined) return atConnect ? { ...judgeReply(reply), scope: 'route' } : judgeReply(reply);
  if (code === 'EENVELOPE') return { kind: 'refused', scope: 'recipient', reply: code };
  if (onItsWay) return { kind: 'unknown', reason: `${code} before the reply to the mail` };
  return { kind: 'deferred', scope: 'route', reply: code };
}

async function signerOf({ name, dkim }: SmtpRoute): Promise<DKIM | undefined> {
  if (!dkim) return undefined;
  const its = `The DKIM key ${dkim.privateKeyFile} of the route ${name}`;
  const privateKey = await readFile(dkim.privateKeyFile, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    throw new RouteError(`${its} cannot be read (${fault.code}).`);
  });
  try {
    // Found out with the first mail, it would be each mail's own fault.
    createPrivateKey(privateKey);
  } catch {
    throw new RouteError(`${its} is no private key.`);
  }
  return new DKIM({ domainName: dkim.domain, keySelector: dkim.selector, privateKey });
}

export const carrier = { channel: 'EMAIL', config, open } satisfies CarrierKind<typeof config>;
