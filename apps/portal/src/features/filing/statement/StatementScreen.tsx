import { useQuery } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { Card, CardTitle } from '@sampai/ui/Card';
import { Checkbox } from '@sampai/ui/Checkbox';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { Note } from '@sampai/ui/Note';
import { Actions } from '@sampai/ui/Page';
import { type FormEvent, useState } from 'react';
import { ChannelOffersDocument, CodeUnderWayDocument } from '../../../generated/filing.ts';
import { rupiah, until } from '../../../lib/format.ts';
import { ours, useLocale, useTexts } from '../../../lib/locale.ts';
import { Screen as Page } from '../../../lib/Screen.tsx';
import { serverNow } from '../../../lib/serverClock.ts';
import { TroubleView } from '../../../lib/states.tsx';
import { useFaults } from '../../../lib/useFaults.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { shell as enShell } from '../../../locales/en/shell.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { shell as idShell } from '../../../locales/id/shell.ts';
import { DraftHead } from '../draft/DraftHead.tsx';
import { LiveSums } from '../draft/LiveSums.tsx';
import { OtherWindow } from '../draft/OtherWindow.tsx';
import type { OpenReturn } from '../draft/openReturn.ts';
import { ChannelChoice } from './ChannelChoice.tsx';
import { isFree, isUsable, type Offer, outcomeOf, proposed } from './offers.ts';
import { UnderWay } from './UnderWay.tsx';
import { type Blocked, useAskForCode } from './useAskForCode.ts';

const ids = { statement: 'statement', channel: 'channel', price: 'price' };
const faultTexts = {
  accept: ours({ id, en }, (t) => t.statement.acceptMissing),
  price: ours({ id, en }, (t) => t.statement.acceptPriceMissing),
};

/** The signature's two halves: the statement, and a way for the code, with what it costs before it is asked for. */
export function StatementScreen({ open }: { open: OpenReturn }) {
  const t = useTexts({ id, en });
  const common = useTexts({ id: idShell, en: enShell });
  const faults = useFaults(ids);
  const [isAccepted, setAccepted] = useState(false);
  const [wish, setWish] = useState<Offer['channel']>();
  const [isPriceAccepted, setPriceAccepted] = useState(false);
  const offers = useQuery(ChannelOffersDocument, {
    variables: { returnId: open.stored.id },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const underWay = useQuery(CodeUnderWayDocument, {
    variables: { returnId: open.stored.id },
    fetchPolicy: 'network-only',
  }).data?.taxReturn?.openToken;
  const known = (offers.data ?? offers.previousData)?.channelOffers;
  const usable = (known ?? []).filter(isUsable);
  const offer = usable.find(({ channel }) => channel === wish) ?? proposed(usable);

  const moves = offer !== undefined && outcomeOf(offer, usable) === 'moves';

  const code = useAskForCode(open, () => {
    // A price or a carrier may have changed since the offers were read.
    setPriceAccepted(false);
    offers.refetch().catch(() => undefined);
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.isAsking || (offer === undefined && !underWay)) return;
    const missing = [
      ...(isAccepted ? [] : [{ field: 'statement', message: faultTexts.accept } as const]),
      ...(underWay || offer === undefined || isFree(offer) || isPriceAccepted
        ? []
        : [{ field: 'price', message: faultTexts.price } as const]),
    ];
    if (missing.length > 0) return faults.show(missing);
    faults.clear();
    if (underWay) code.goOnWith(underWay.id);
    else if (offer) code.ask(offer);
  };

  return (
    <Page
      title={t.statement.title}
      lead={t.statement.lead}
      before={<DraftHead open={open} screen="statement" />}
      aside={<LiveSums open={open} />}
    >
      <ErrorSummary title={common.faults} {...faults.summary} />
      <OtherWindow open={open} />
      <form noValidate onSubmit={submit} className="flex flex-col gap-7">
        <Card>
          <CardTitle>{t.statement.heading}</CardTitle>
          <p className="mt-2">{t.statement.text}</p>
          <div className="mt-4 border-t border-line pt-4">
            <Checkbox
              id={ids.statement}
              isSelected={isAccepted}
              onChange={setAccepted}
              error={faults.of('statement')}
            >
              {t.statement.accept}
            </Checkbox>
          </div>
        </Card>
        {underWay ? (
          <UnderWay token={underWay} />
        ) : (
          <ChannelChoice
            id={ids.channel}
            offers={known}
            error={offers.error}
            isLoading={offers.loading}
            onRetry={() => {
              offers.refetch().catch(() => undefined);
            }}
            chosen={offer}
            onChange={(channel) => {
              setWish(channel);
              setPriceAccepted(false);
            }}
          />
        )}
        {underWay || offer === undefined || isFree(offer) ? null : (
          <Checkbox
            id={ids.price}
            isSelected={isPriceAccepted}
            onChange={setPriceAccepted}
            error={faults.of('price')}
          >
            {t.statement.acceptPrice(rupiah(offer.price))}
          </Checkbox>
        )}
        {code.error ? <TroubleView error={code.error} /> : null}
        {code.blocked ? <WhyNot blocked={code.blocked} /> : null}
        <Actions>
          {offer === undefined && !underWay ? null : (
            <Button type="submit" isPending={code.isAsking} pendingLabel={t.statement.pending}>
              {underWay || offer === undefined
                ? t.statement.toCode
                : moves
                  ? t.statement.submitAny
                  : t.statement.submit[offer.channel]}
            </Button>
          )}
          <Button kind="secondary" onPress={() => open.go('wentBack')}>
            {t.statement.back}
          </Button>
        </Actions>
      </form>
    </Page>
  );
}

/** Why no code was sent, and from when on it can be. */
function WhyNot({ blocked }: { blocked: Blocked }) {
  const t = useTexts({ id, en }).statement;
  const locale = useLocale();
  if (blocked === 'unsaved') {
    return (
      <Note live title={t.unsaved}>
        {t.unsavedBody}
      </Note>
    );
  }
  const message = blocked.message(locale);
  return message === undefined ? null : (
    <Note live tone="refused" title={message}>
      {blocked.until ? t.until(until(blocked.until, serverNow(), locale)) : null}
    </Note>
  );
}
