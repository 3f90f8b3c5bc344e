import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@sampai/ui/Button';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ActivationDocument, type ActivationViewFragment } from '../../../generated/activation.ts';
import { useTexts } from '../../../lib/locale.ts';
import { Redirect } from '../../../lib/Redirect.tsx';
import { Screen } from '../../../lib/Screen.tsx';
import { LoadingScreen, TroubleScreen } from '../../../lib/states.tsx';
import { activation as en } from '../../../locales/en/activation.ts';
import { activation as id } from '../../../locales/id/activation.ts';
import { ActivationSteps } from './ActivationSteps.tsx';
import { progressOf } from './currentTokens.ts';
import { admitted, type Screen as ScreenName } from './journey.ts';

export type WithActivationProps = {
  activationId: string;
  screen: Exclude<ScreenName, 'identify'>;
  children: (activation: ActivationViewFragment) => ReactNode;
};

/** Loads the activation named by the URL, and leads to the screen it has really reached. */
export function WithActivation({ activationId, screen, children }: WithActivationProps) {
  const { data, previousData, error, loading, refetch } = useQuery(ActivationDocument, {
    variables: { id: activationId },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const known = data ?? previousData;

  // What is left to confirm of an active account stands with its channels, behind the sign-in.
  if (known?.activation?.active) return <Redirect path="/contact-channels" />;
  if (known?.activation) {
    const allowed = admitted(screen, progressOf(known.activation.tokens));
    if (allowed === screen) return children(known.activation);
    // While the network has not spoken, the cache may be behind: leading away from the right screen would be worse.
    if (!loading && allowed !== 'identify') {
      return <Redirect path={`/activation/${encodeURIComponent(activationId)}/${allowed}`} />;
    }
  }
  if (known !== undefined && !loading && known.activation === null) return <Lost />;
  const before = <ActivationSteps at={screen} />;
  if (!error || loading) return <LoadingScreen before={before} />;
  return (
    <TroubleScreen
      before={before}
      error={error}
      onRetry={() => {
        refetch().catch(() => undefined);
      }}
    />
  );
}

/** Not ours, or complete: we do not say which. */
function Lost() {
  const t = useTexts({ id, en }).lost;
  return (
    <Screen title={t.title} lead={t.lead}>
      <p>
        <Link to="/activation" className={buttonLook('primary')}>
          {t.again}
        </Link>
      </p>
    </Screen>
  );
}
