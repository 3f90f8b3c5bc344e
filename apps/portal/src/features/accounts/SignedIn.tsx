import { useQuery } from '@apollo/client/react';
import { useLocation } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { SessionDocument, type SessionQuery } from '../../generated/session.ts';
import { Redirect } from '../../lib/Redirect.tsx';
import { LoadingScreen, TroubleScreen } from '../../lib/states.tsx';

export type Taxpayer = NonNullable<SessionQuery['session']>['taxpayer'];

const TaxpayerContext = createContext<Taxpayer | null>(null);

/** Who is signed in. Only below SignedIn. */
export function useTaxpayer(): Taxpayer {
  const taxpayer = useContext(TaxpayerContext);
  if (taxpayer === null) throw new Error('useTaxpayer() stands outside <SignedIn>');
  return taxpayer;
}

/** The gate around every signed-in page: without a session it leads to the sign-in, and back here afterwards. */
export function SignedIn({ children }: { children: ReactNode }) {
  // Where the gate was entered. The router's own location is already the sign-in while the way there loads.
  const location = useLocation();
  const [here] = useState(`${location.pathname}${location.searchStr}`);
  const { data, previousData, error, loading, refetch } = useQuery(SessionDocument, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const known = data ?? (loading ? undefined : previousData);

  if (known?.session) {
    return <TaxpayerContext value={known.session.taxpayer}>{children}</TaxpayerContext>;
  }
  if (known !== undefined && !loading) {
    const search = new URLSearchParams({
      ...(here === '/' ? {} : { next: here }),
      ...(previousData?.session ? { ended: 'true' } : {}),
    });
    return <Redirect path={`/sign-in${search.size > 0 ? `?${search}` : ''}`} />;
  }
  if (!error || loading) return <LoadingScreen />;
  return (
    <TroubleScreen
      error={error}
      onRetry={() => {
        refetch().catch(() => undefined);
      }}
    />
  );
}
