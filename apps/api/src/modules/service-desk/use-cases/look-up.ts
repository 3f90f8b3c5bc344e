import { parseTaxpayerIdentifier, taxOfficeName } from '@sampai/identifiers';
import type { Accounts } from '#modules/accounts';
import type { ContactChannels } from '#modules/contact-channels';
import type { Delivery, MessageView } from '#modules/delivery';
import type { Tokens } from '#modules/tokens';
import { writeAudit } from '#platform/audit';
import { subjectOf } from '#platform/caller';
import type { Database } from '#platform/database';
import type { Agent } from '../store.ts';

export type Needs = { db: Database; accounts: Accounts; channels: ContactChannels; delivery: Delivery; tokens: Tokens };
const TOKENS_SHOWN = 20;

/** One look at a taxpayer by an agent: written into the audit before anything is shown. */
export async function lookUp({ db, accounts, channels, delivery, tokens }: Needs, agent: Agent, identifier: string) {
  const parsed = parseTaxpayerIdentifier(identifier);
  if (!parsed.ok) return { ok: false as const, code: 'INVALID_INPUT', field: 'identifier' };
  const person = await accounts.find(db.read, parsed.value.kind, parsed.value.canonical);
  const actor = `agent:${agent.id}` as const;
  if (!person) {
    await writeAudit(db.read, { actor, action: 'desk.looked_for_nobody' });
    return { ok: false as const, code: 'NOT_FOUND' };
  }
  const subject = subjectOf(person.id);
  await writeAudit(db.read, { actor, action: 'desk.looked_at', subject });
  const [open, history] = await Promise.all([channels.of(db.read, person.id), tokens.history(subject, TOKENS_SHOWN)]);
  const shownChannels = await Promise.all(
    open.map(async ({ channel, maskedAddress, confirmed, lane }) => {
      const { name, live } = await delivery.lane(lane);
      return { channel, maskedAddress, confirmed, via: name, live };
    }),
  );
  const shownTokens = await Promise.all(
    history.map(async (token) => {
      const events = await delivery.timeline(db.read, token.id);
      const withTimeline = (message: MessageView) => ({ ...message, timeline: events.filter(({ messageId }) => messageId === message.id) });
      return { ...token, cancelledBecause: token.endCause, messages: token.messages.map(withTimeline) };
    }),
  );
  return {
    ok: true as const,
    taxpayer: {
      id: person.id,
      name: person.name,
      maskedIdentifier: person.maskedIdentifier,
      taxOffice: taxOfficeName(person.taxOfficeCode) ?? person.taxOfficeCode,
      activated: person.hasAccount,
      channels: shownChannels,
      tokens: shownTokens,
    },
  };
}
