import { taxOfficeName } from '@sampai/identifiers';
import type { MessageView } from '#modules/delivery';
import { delaySentence, moveSentence, type TokenView } from '#modules/tokens';
import { subjectOf } from '#platform/caller';
import type { Agent } from '../store/agents.ts';
import { touchLook } from '../store/looks.ts';
import type { Needs } from './needs.ts';

/** The newest tokens are what a call is about; an account has at most 20 a day. */
const TOKENS_SHOWN = 10;

type Locale = 'id' | 'en';
export type LookView = NonNullable<Awaited<ReturnType<typeof readLook>>>;

/** What an open look shows now: masked, and nothing that reveals a code. Null where the look is over or another's. */
export async function readLook(needs: Needs, agent: Agent, lookId: string, locale: Locale) {
  const { db, accounts, status } = needs;
  const look = await touchLook(db.read, lookId, agent.id);
  if (!look) return null;
  const { id, endsAt, readAt, taxpayerId } = look;
  const [person, standing, channels, tokens] = await Promise.all([
    accounts.taxpayer(db.read, taxpayerId),
    accounts.standing(db.read, taxpayerId),
    channelsOf(needs, taxpayerId),
    tokensOf(needs, taxpayerId, locale),
  ]);
  const lanes = [
    ...channels.map(({ lane }) => lane),
    ...tokens.flatMap(({ messages }) => messages.map(({ lane }) => lane)),
  ];
  if (!person) throw new Error('a look has no taxpayer');
  const { name, maskedIdentifier, taxOfficeCode } = person;
  const taxOffice = taxOfficeName(taxOfficeCode) ?? taxOfficeCode;
  return {
    id,
    readAt,
    endsAt,
    incidents: await status.openAbout(lanes, locale),
    taxpayer: { name, maskedIdentifier, taxOffice, ...standing, channels, tokens },
  };
}

async function channelsOf({ db, channels, delivery }: Needs, taxpayerId: string) {
  const open = await channels.of(db.read, taxpayerId);
  return Promise.all(
    open.map(async ({ channel, maskedAddress, confirmed, lane }) => {
      const { id, name, live, withdrawn, health } = await delivery.lane(lane);
      return { channel, maskedAddress, confirmed, via: name, live, withdrawn, health, lane: id };
    }),
  );
}

async function tokensOf({ db, delivery, tokens }: Needs, taxpayerId: string, locale: Locale) {
  const history = await tokens.history(subjectOf(taxpayerId), TOKENS_SHOWN);
  return Promise.all(
    history.map(async (token) => {
      const events = await delivery.timeline(db.read, token.id);
      const timelineOf = (message: MessageView) => events.filter(({ messageId }) => messageId === message.id);
      return {
        ...token,
        cancelledBecause: token.endCause,
        moved: movedOf(token, locale),
        messages: token.messages.map((message) => ({
          ...message,
          reason: delaySentence(message, locale),
          waitsForUs: message.heldByUs === 'not-sent',
          unheard: message.heldByUs === 'not-heard',
          timeline: timelineOf(message),
        })),
      };
    }),
  );
}

const movedOf = (token: TokenView, locale: Locale): string | null =>
  token.overruled && moveSentence(token, locale);
