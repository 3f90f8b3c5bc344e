import { Choice } from '@sampai/ui/Choice';
import { Note } from '@sampai/ui/Note';
import { Skeleton } from '@sampai/ui/Skeleton';
import { Tag } from '@sampai/ui/Tag';
import { duration, rupiah } from '../../../lib/format.ts';
import { type Locale, useLocale, useTexts } from '../../../lib/locale.ts';
import { Loading, TroubleView } from '../../../lib/states.tsx';
import { filing as en } from '../../../locales/en/filing.ts';
import { type FilingTexts, filing as id } from '../../../locales/id/filing.ts';
import { isFree, isUsable, type Offer, outcomeOf } from './offers.ts';

export type ChannelChoiceProps = {
  id: string;
  /** undefined until known. */
  offers: readonly Offer[] | undefined;
  error: unknown;
  isLoading: boolean;
  onRetry: () => void;
  chosen: Offer | undefined;
  onChange: (channel: Offer['channel']) => void;
};

/** Where the code may go, with health, usual time and price; and why it may not go elsewhere. */
export function ChannelChoice({ id: fieldId, offers, chosen, onChange, ...asking }: ChannelChoiceProps) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  if (offers === undefined) {
    if (asking.error && !asking.isLoading)
      return <TroubleView error={asking.error} onRetry={asking.onRetry} />;
    return (
      <Loading>
        <Skeleton className="h-6 w-56" />
        <Skeleton className="h-17 w-full" />
        <Skeleton className="h-17 w-full" />
      </Loading>
    );
  }
  const usable = offers.filter(isUsable);
  return (
    <>
      {usable.length === 0 ? (
        <Note title={t.statement.noneTitle}>{t.statement.noneBody}</Note>
      ) : (
        <Choice
          id={fieldId}
          label={t.statement.channel}
          value={chosen?.channel ?? ''}
          onChange={(value) => onChange(value === 'SMS' ? 'SMS' : 'EMAIL')}
          options={usable.map((offer) => ({
            value: offer.channel,
            label: t.statement.way[offer.channel](offer.maskedAddress),
            mark: <Health offer={offer} />,
            hint: factsOf(offer, t, locale),
            care: careOf(offer, usable, t),
          }))}
        />
      )}
      {offers
        .filter((offer) => !isUsable(offer))
        .map(({ channel, via, maskedAddress, withdrawn }) => (
          <Note
            key={channel}
            tone="info"
            title={t.statement[withdrawn ? 'withdrawn' : 'notYetLive'](via, maskedAddress)}
          >
            {usable.length > 0 ? t.statement.closedBody : null}
          </Note>
        ))}
    </>
  );
}

/** The one in trouble is marked; that a way is in order, its facts say. */
function Health({ offer: { health } }: { offer: Offer }) {
  const t = useTexts({ id, en }).statement;
  if (health === 'GREEN' || health === 'UNKNOWN') return null;
  return <Tag tone={health === 'AMBER' ? 'kunyit' : 'saga'}>{t.health[health]}</Tag>;
}

/** What happens if the one in trouble is wished for all the same. */
function careOf(offer: Offer, offers: readonly Offer[], { statement: t }: FilingTexts): string | undefined {
  const outcome = outcomeOf(offer, offers);
  return outcome === null ? undefined : t.inTrouble[outcome][offer.channel](offer.via);
}

/** "Telkomsel · lancar · biasanya 4 detik · gratis" */
function factsOf(offer: Offer, { statement: t }: FilingTexts, locale: Locale): string {
  const { via, health, usualSeconds, price } = offer;
  return [
    via,
    health === 'GREEN' ? t.health.GREEN : '',
    usualSeconds === null ? t.usualUnknown : t.usual(duration(usualSeconds, locale)),
    isFree(offer) ? t.free : t.price(rupiah(price)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
