import type pg from 'pg';
import type { Asked } from './crowd.ts';

type Arrivals = Map<string, { at: number; code: string | null }[]>;
type Acknowledged = Asked & { tokenId: string };
type Facts = {
  owner: pg.Pool;
  acknowledged: Acknowledged[];
  arrivals: Arrivals;
  /** When the fault struck, or ended where it lasts; and when nobody asked any more. By performance.now(). */
  from: number;
  stoppedAt: number;
};

export type Toll = Awaited<ReturnType<typeof account>> & {
  fault: string;
  asked: number;
  /** What came back to those who asked, by kind. */
  answers: Record<string, number>;
  died: number;
};

const round = (ms: number) => Math.round(ms / 100) / 10;

/** What a fault cost: by the tokens that were promised, the message rows, and what arrived at each address. */
export async function account({ owner, acknowledged, arrivals, from, stoppedAt }: Facts) {
  const { rows } = await owner.query<{ ref: string; channel: string; state: string }>(
    'SELECT content_ref AS ref, channel, state FROM message WHERE content_ref = ANY ($1)',
    [acknowledged.map(({ tokenId }) => tokenId)],
  );
  const given = new Map(rows.map(({ ref, state }) => [ref, state]));
  const ended = ({ tokenId, channel }: Acknowledged) => {
    const state = given.get(tokenId);
    if (state === 'SENT_ON') return channel === 'EMAIL' ? 'ended' : 'without receipt';
    return state === undefined || state === 'QUEUED' ? 'not' : 'ended';
  };
  const times = acknowledged.map(({ to }) => arrivals.get(to) ?? []);
  const again = times.map((all) => Math.max(0, all.length - 1));
  const waited = acknowledged.flatMap(({ acknowledgedAt }, n) => {
    const [first] = times[n] ?? [];
    return first ? [first.at - acknowledgedAt] : [];
  });
  const gap = (channel: string) => {
    const at = acknowledged
      .flatMap((one, n) => (one.channel === channel ? (times[n] ?? []).map((arrival) => arrival.at) : []))
      .filter((moment) => moment > from && moment < stoppedAt)
      .toSorted((a, b) => a - b);
    return [...at, stoppedAt].reduce(
      ({ last, most }, moment) => ({ last: moment, most: Math.max(most, moment - last) }),
      { last: from, most: 0 },
    ).most;
  };
  return {
    acknowledged: acknowledged.length,
    messages: rows.length,
    lost: times.filter((all) => all.length === 0).length,
    wrong_code: times.filter((all) => new Set(all.map(({ code }) => code)).size > 1).length,
    not_ended: acknowledged.filter((one) => ended(one) === 'not').length,
    /** SMS that arrived and whose receipt the fault swallowed. */
    without_receipt: acknowledged.filter((one) => ended(one) === 'without receipt').length,
    duplicates: again.reduce((sum, n) => sum + n, 0),
    most_per_message: Math.max(0, ...again),
    /** The longest time without an arrival in one of the channels. */
    resumed_s: round(Math.max(gap('EMAIL'), gap('SMS'))),
    slowest_s: round(Math.max(0, ...waited)),
  };
}
