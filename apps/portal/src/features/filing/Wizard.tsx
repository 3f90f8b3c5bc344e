import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@sampai/ui/Button';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { type ReturnViewFragment, TaxReturnDocument } from '../../generated/filing.ts';
import { useTexts } from '../../lib/locale.ts';
import { Redirect } from '../../lib/Redirect.tsx';
import { Screen as Page } from '../../lib/Screen.tsx';
import { TroubleScreen } from '../../lib/states.tsx';
import { filing as en } from '../../locales/en/filing.ts';
import { filing as id } from '../../locales/id/filing.ts';
import { AssetsScreen } from './assets/AssetsScreen.tsx';
import { CodeScreen } from './code/CodeScreen.tsx';
import { askedCode } from './draft/askedCode.ts';
import { isComplete, type OpenReturn, useOpenReturn } from './draft/openReturn.ts';
import { FilingSteps } from './FilingSteps.tsx';
import { FinalIncomeScreen } from './final-income/FinalIncomeScreen.tsx';
import { IncomeScreen } from './income/IncomeScreen.tsx';
import { admitted, type Screen, stepOf } from './journey.ts';
import { ReceiptScreen } from './receipt/ReceiptScreen.tsx';
import { ReviewScreen } from './review/ReviewScreen.tsx';
import { StatementScreen } from './statement/StatementScreen.tsx';
import { WizardLoading } from './WizardLoading.tsx';

const draftScreens: Record<Exclude<Screen, 'receipt'>, (props: { open: OpenReturn }) => ReactNode> = {
  income: IncomeScreen,
  'final-income': FinalIncomeScreen,
  assets: AssetsScreen,
  review: ReviewScreen,
  statement: StatementScreen,
  code: CodeScreen,
};

/** Loads the return named by the URL and shows the screen it has really reached: a submitted one, its receipt. */
export function Wizard({ returnId, screen }: { returnId: string; screen: Screen }) {
  const { data, previousData, error, loading, refetch } = useQuery(TaxReturnDocument, {
    variables: { id: returnId },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const known = (data ?? previousData)?.taxReturn;
  const again = () => {
    refetch().catch(() => undefined);
  };

  // Another window may have changed or sent it: whoever comes back to this one sees how it stands.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refetch().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, [refetch]);

  if (known?.state === 'SUBMITTED') {
    if (screen !== 'receipt') return <Redirect path={pathOf(returnId, 'receipt')} />;
    return <ReceiptScreen stored={known} />;
  }
  if (known) {
    return <DraftScreen key={screen} stored={known} screen={screen} isSure={!loading} onSubmitted={again} />;
  }
  if (known === null && !loading) return <Lost />;
  const before = screen === 'receipt' ? undefined : <FilingSteps at={stepOf(screen)} />;
  if (!error || loading) return <WizardLoading screen={screen} />;
  return <TroubleScreen before={before} error={error} onRetry={again} />;
}

type DraftScreenProps = {
  stored: ReturnViewFragment;
  screen: Screen;
  /** The network has spoken: while it has not, the cache may be behind and leads nobody away. */
  isSure: boolean;
  onSubmitted: () => void;
};

function DraftScreen({ stored, screen, isSure, onSubmitted }: DraftScreenProps) {
  const open = useOpenReturn(stored, screen);
  const { refusal, saving } = open.state;
  const isSentElsewhere = saving === 'refused' && refusal?.code === 'ALREADY_SUBMITTED';

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once, when the refusal comes
  useEffect(() => {
    if (isSentElsewhere) onSubmitted();
  }, [isSentElsewhere]);

  const allowed = admitted(screen, {
    isSubmitted: false,
    isComplete: isComplete(open.live),
    isCodeAsked: askedCode(stored.id) !== null,
  });
  if (allowed !== screen || screen === 'receipt') {
    return isSure ? <Redirect path={pathOf(stored.id, allowed)} /> : <WizardLoading screen={screen} />;
  }
  const Shown = draftScreens[screen];
  return <Shown open={open} />;
}

const pathOf = (returnId: string, screen: Screen) => `/filing/${encodeURIComponent(returnId)}/${screen}`;

/** Nobody's or somebody else's: we do not say which. */
function Lost() {
  const t = useTexts({ id, en });
  return (
    <Page title={t.lost.title} lead={t.lost.lead}>
      <p>
        <Link to="/" className={buttonLook('primary')}>
          {t.home}
        </Link>
      </p>
    </Page>
  );
}
