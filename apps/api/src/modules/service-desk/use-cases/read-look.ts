import { taxOfficeName } from '@sampai/identifiers';
import type { MessageView } from '#modules/delivery';
import { subjectOf } from '#platform/caller';
import type { Agent } from '../store/agents.ts';
import { touchLook } from '../store/looks.ts';
import type { Needs } from './needs.ts';

/** The newest tokens are what a call is about; an account has at most 20 a day. */
const TOKENS_SHOWN = 10;

export type LookView = NonNullable<Awaited<ReturnType<typeof readLook>>>;

/** What an open look shows now: masked, and nothing that reveals a code. Null where the look is over or another's. */
export async function readLook(needs: Needs, agent: Agent, lookId: string) {
  const { db, accounts } = needs;
  const look = await touchLook(db.read, lookId, agent.id);
  if (!look) return null;
  const { id, endsAt, readAt, taxpayerId } = look;
  const [person, standing, channels, tokens] = await Promise.all([
    accounts.taxpayer(db.read, taxpayerId),
    accounts.standing(db.read, taxpayerId),
    channelsOf(needs, taxpayerId),
    tokensOf(needs, taxpayerId),
  ]);
  if (!person) throw new Error('a look has no taxpayer');
  const { name, maskedIdentifier, taxOfficeCode } = person;
  const taxOffice = taxOfficeName(taxOfficeCode) ?? taxOfficeCode;
  return {
    id,
    readAt,
    endsAt,
    taxpayer: { name, maskedIdentifier, taxOffice, ...standing, channels, tokens },
  };
}

async function channelsOf({ db, channels, delivery }: Needs, taxpayerId: string) {
  const open = await channels.of(db.read, taxpayerId);
  return Promise.all(
    open.map(async ({ channel, maskedAddress, confirmed, lane }) => {
      const { name, live } = await delivery.lane(lane);
      return { channel, maskedAddress, confirmed, via: name, live };
    }),
  );
}

async function tokensOf({ db, delivery, tokens }: Needs, taxpayerId: string) {
  const history = await tokens.history(subjectOf(taxpayerId), TOKENS_SHOWN);
  return Promise.all(
    history.map(async (token) => {
      const events = await delivery.timeline(db.read, token.id);
      const timelineOf = (message: MessageView) => events.filter(({ messageId }) => messageId === message.id);
      return {
        ...token,
        cancelledBecause: token.endCause,
        messages: token.messages.map((message) => ({ ...message, timeline: timelineOf(message) })),
      };
    }),
  );
}
