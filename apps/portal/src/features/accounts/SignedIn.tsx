import { useQuery } from '@apollo/client/react';
import { Columns } from '@sampai/ui/Page';
import { Navigate, useLocation } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext } from 'react';
import { SessionDocument, type SessionQuery } from '../../generated/session.ts';
import { Loading, TroubleView } from '../../lib/states.tsx';

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
  const { pathname, searchStr } = useLocation();
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
    const here = `${pathname}${searchStr}`;
    const ended = previousData?.session ? { ended: true } : {};
    return <Navigate to="/sign-in" search={here === '/' ? ended : { next: here, ...ended }} replace />;
  }
  return (
    <Columns>
      {error && !loading ? (
        <TroubleView
          error={error}
          onRetry={() => {
            refetch().catch(() => undefined);
          }}
        />
      ) : (
        <Loading />
      )}
    </Columns>
  );
}
