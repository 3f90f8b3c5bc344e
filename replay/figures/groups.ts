import type { Diary } from '../people/diary.ts';
import type { Run } from '../run/run.ts';
import type { Trouble } from '../scenarios/scenario.ts';

/** Numbers of this carrier get no SMS from the product, so that nobody ever confirmed one. */
const NOT_LIVE = 'SMARTFREN';

/** Whether this person's own way, the one she asks on, is the one in trouble. */
function isOnHitWay({ plan }: Diary, trouble: Trouble, channelOfTheDay?: 'SMS' | 'EMAIL'): boolean {
  const channel = channelOfTheDay ?? plan.wish;
  if (trouble.kind === 'taken-for-spam') return channel === 'EMAIL' && plan.provider === trouble.provider;
  return channel === 'SMS' && trouble.operators.some((operator) => operator === plan.operator);
}

const hasPhone = ({ plan }: Diary) => plan.addresses.SMS !== undefined && plan.operator !== NOT_LIVE;
const hasMailbox = ({ plan }: Diary) => plan.addresses.EMAIL !== undefined;
const isConfirming = ({ plan }: Diary) => plan.purpose === 'CONFIRM_CHANNEL';

/** The people of a run, by what the incident means for them. */
export function groupsOf({ diaries, order, began, closedAt }: Run) {
  const { scenario, policy } = order;
  const { trouble } = scenario;
  const only = policy === 'of-the-day' ? scenario.channelOfTheDay : undefined;
  const [from, until] =
    trouble.kind === 'taken-for-spam'
      ? [closedAt ?? began + trouble.closesAt * 1_000, began + trouble.opensAt * 1_000]
      : [began + trouble.from * 1_000, began + trouble.until * 1_000];
  const asked = diaries.filter(({ askedAt }) => askedAt !== null);
  const onHitWay = asked.filter((diary) => isOnHitWay(diary, trouble, only));
  const hit = onHitWay.filter(({ askedAt }) => askedAt !== null && askedAt >= from && askedAt < until);
  const hasOther = trouble.kind === 'taken-for-spam' ? hasPhone : hasMailbox;
  return {
    asked,
    /** Asked on the way in trouble while it was in trouble. */
    hit,
    /** With another channel, verified: a code for them may go there. */
    withSecond: hit.filter((diary) => hasOther(diary) && !isConfirming(diary)),
    /** About to confirm two addresses, one of them on the way in trouble. */
    confirmingTwo: hit.filter((diary) => hasOther(diary) && isConfirming(diary)),
    /** Nothing but the way in trouble. */
    withoutSecond: hit.filter((diary) => !hasOther(diary)),
    /** On any other way, at any time. */
    others: asked.filter((diary) => !isOnHitWay(diary, trouble, only)),
    opensAt: until,
  };
}
