import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ChannelOffersDocument, TaxReturnDocument } from '../../../generated/filing.ts';
import { TokenDocument } from '../../../generated/tokens.ts';
import { useTexts } from '../../../lib/locale.ts';
import { ScreenHead } from '../../../lib/Screen.tsx';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { Waiting } from '../../tokens/index.ts';
import { askedCode } from '../draft/askedCode.ts';
import { DraftHead } from '../draft/DraftHead.tsx';
import { formName } from '../draft/nameOf.ts';
import { OtherWindow } from '../draft/OtherWindow.tsx';
import type { OpenReturn } from '../draft/openReturn.ts';
import { nextScreen } from '../journey.ts';
import { isInTrouble, isUsable } from '../statement/offers.ts';
import { useSubmit } from './useSubmit.ts';

/** The code, followed like a parcel, and the sending. */
export function CodeScreen({ open }: { open: OpenReturn }) {
  const t = useTexts({ id, en });
  const { stored } = open;
  const tokenId = askedCode(stored.id) ?? '';
  const submit = useSubmit(open, tokenId);
  const offers = useQuery(ChannelOffersDocument, { variables: { returnId: stored.id } });
  const state = useQuery(TokenDocument, { variables: { id: tokenId }, fetchPolicy: 'cache-only' }).data?.token
    ?.state;
  const { refetch } = useQuery(TaxReturnDocument, {
    variables: { id: stored.id },
    fetchPolicy: 'cache-only',
  });

  // Taken in another window, or its answer was lost on the way: the return then is its receipt. Cancelled: it changed.
  useEffect(() => {
    if (state === 'VERIFIED' || state === 'CANCELLED') refetch().catch(() => undefined);
  }, [state, refetch]);

  const hasChanged = state === 'CANCELLED';
  const next = nextScreen('code', hasChanged ? 'wentBack' : 'newCodeWanted');
  return (
    <Waiting
      tokenId={tokenId}
      submitLabel={t.code.submit}
      onSubmitCode={submit}
      offers={(offers.data?.channelOffers ?? []).filter((offer) => isUsable(offer) && !isInTrouble(offer))}
      addresses={{
        can: 'see',
        link: (className) => (
          <Link to="/contact-channels" className={className}>
            {t.code.channels}
          </Link>
        ),
      }}
      startOver={(className) => (
        <Link
          to="/filing/$returnId/$screen"
          params={{ returnId: stored.id, screen: next }}
          className={className}
        >
          {hasChanged ? t.code.review : t.code.again}
        </Link>
      )}
    >
      <ScreenHead
        title={t.code.title(formName(stored.form, t), stored.taxYear)}
        lead={t.code.lead}
        before={<DraftHead open={open} screen="code" />}
      />
      <OtherWindow open={open} />
    </Waiting>
  );
}
