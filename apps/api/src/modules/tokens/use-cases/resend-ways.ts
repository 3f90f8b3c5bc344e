import { type Channel, type MessageView, overrules } from '#modules/delivery';
import type { Tx } from '#platform/database';
import { judgeResend, type ResendFacts } from '../rules/judge-resend.ts';
import type { Token } from '../types.ts';
import { type Addresses, OTHER } from './channels-of.ts';
import type { Needs } from './needs.ts';
import { smsToNumber } from './sms-to-number.ts';

/** Asking again by one channel: from when on (null: now), and whether it may help at all. */
type Way = { channel: Channel; at: Date | null; mayHelp: boolean };

/** What asking again would be answered by each of `channels`, so that a button says what a press on it is told. */
export async function judgeWays(
  needs: Needs,
  tx: Tx,
  token: Token,
  addresses: Addresses,
  messages: MessageView[],
  channels: Channel[],
  now: Date,
): Promise<Way[]> {
  const limits = await needs.policy.limits();
  const judge = async (channel: Channel): Promise<Way> => {
    const verdict = judgeResend(
      await resendFacts(needs, tx, token, addresses, channel, messages),
      limits,
      now,
    );
    const at = 'until' in verdict ? verdict.until : null;
    return { channel, at, mayHelp: at !== null || verdict.verdict === 'sent' };
  };
  return Promise.all(channels.map(judge));
}

/** What `judgeResend` needs to know about one more message of `token` on `channel`. */
export async function resendFacts(
  needs: Needs,
  tx: Tx,
  token: Token,
  addresses: Addresses,
  channel: Channel,
  messages: MessageView[],
): Promise<ResendFacts> {
  const { delivery } = needs;
  const last = messages.findLast((message) => message.channel === channel);
  const destination = last ?? addresses[channel];
  const otherChannel = OTHER[channel];
  const other = addresses[otherChannel];
  const lane = destination && (await delivery.lane(destination.lane));
  const otherLane = other && (await delivery.lane(other.lane));
  return {
    channel,
    laneLive: lane?.live ?? false,
    laneRefuses: lane ? overrules(lane.health) : false,
    standsStill: (await delivery.life()).standsStillFor !== null,
    otherChannel: otherLane?.live && !overrules(otherLane.health) ? otherChannel : null,
    messages,
    sends: token.sends,
    validUntil: token.validUntil,
    endsAt: token.endsAt,
    smsToNumber: destination ? await smsToNumber(needs, tx, destination, token.purpose) : [],
  };
}
