import type { Channel, Operator, Provider, Purpose, Scenario } from '../scenarios/scenario.ts';
import { type Draw, makeDraw } from './draw.ts';

/** A person as the seed made her: who she is, when she asks, how she behaves. Seconds are virtual. */
export type Plan = {
  index: number;
  /** From the start of the run. */
  asksAt: number;
  purpose: Purpose;
  addresses: Partial<Record<Channel, string>>;
  provider: Provider | null;
  operator: Operator | null;
  /** By which channel she asks where she can choose. */
  wish: Channel;
  notice: Record<Channel, number>;
  /** Waits before each press of "send again". */
  patience: number[];
  givesUpAfter: number;
  newestFirst: boolean;
  triesInARow: number;
  follows: boolean;
  followSeconds: number;
  triesOther: boolean;
  typo: boolean;
};

const PREFIX: Record<Operator, string> = {
  ...{ TELKOMSEL: '812', INDOSAT: '856', XL: '878', AXIS: '838', TRI: '896', SMARTFREN: '881' },
};
const DOMAIN: Record<Exclude<Provider, 'own'>, string> = {
  ...{ gmail: 'gmail.com', yahoo: 'yahoo.com', outlook: 'outlook.com' },
};
const OWN_DOMAINS = 40;
// Coprime with the 10^8 numbers of a prefix: no number comes twice, and neighbours are far apart.
const STRIDE = 7_654_321;

/** The people of a scenario; the same for the same seed, and a larger `count` changes nobody's character. */
export const planPeople = (scenario: Scenario, count: number, seed: number): Plan[] =>
  Array.from({ length: count }, (_, index) => planPerson(scenario, index, makeDraw(seed, index))).toSorted(
    (a, b) => a.asksAt - b.asksAt,
  );

function planPerson(scenario: Scenario, index: number, draw: Draw): Plan {
  const { habits, channelOfTheDay } = scenario;
  const purpose = draw.weighted(scenario.purposes);
  const provider = draw.weighted(scenario.mailboxes);
  const operator = draw.weighted(scenario.carriers);
  const both = draw.happens(scenario.both[purpose]);
  const other = channelOfTheDay === 'SMS' ? 'EMAIL' : 'SMS';
  const has = (channel: Channel) => both || channel === channelOfTheDay;
  const wish = both && draw.happens(scenario.wishOther) ? other : channelOfTheDay;
  return {
    index,
    asksAt: askTime(scenario.asking, draw.fraction()),
    purpose,
    wish,
    addresses: {
      ...(has('EMAIL') && { EMAIL: mailbox(provider, index) }),
      ...(has('SMS') && { SMS: phone(operator, index) }),
    },
    provider: has('EMAIL') ? provider : null,
    operator: has('SMS') ? operator : null,
    notice: { SMS: draw.spread(habits.notice.SMS), EMAIL: draw.spread(habits.notice.EMAIL) },
    patience: Array.from(
      { length: habits.presses },
      (_, nth) => draw.spread(habits.patience) * habits.patience.grows ** nth,
    ),
    triesInARow: habits.triesInARow,
    givesUpAfter: draw.spread(habits.givesUp),
    newestFirst: draw.happens(habits.newestFirst),
    follows: draw.happens(habits.follows),
    followSeconds: draw.spread(habits.followSeconds),
    triesOther: draw.happens(habits.triesOther),
    typo: draw.happens(habits.typo),
  };
}

const mailbox = (provider: Provider, index: number) =>
  provider === 'own'
    ? `pajak-${index}@kantor-${index % OWN_DOMAINS}.example`
    : `wajib.pajak.${index}@${DOMAIN[provider]}`;

const phone = (operator: Operator, index: number) =>
  `+62${PREFIX[operator]}${String((index * STRIDE) % 1e8).padStart(8, '0')}`;

/** The moment before which a `fraction` of all people ask. */
function askTime({ until, weights }: Scenario['asking'], fraction: number): number {
  const spans = weights.map(([from, weight], i) => {
    const length = (weights[i + 1]?.[0] ?? until) - from;
    return { from, weight, mass: length * weight };
  });
  let left = fraction * spans.reduce((sum, { mass }) => sum + mass, 0);
  for (const { from, weight, mass } of spans) {
    if (left < mass) return from + left / weight;
    left -= mass;
  }
  return until;
}
