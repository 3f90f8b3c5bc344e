import { useQuery } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { Card, CardTitle } from '@sampai/ui/Card';
import { Note } from '@sampai/ui/Note';
import { Skeleton } from '@sampai/ui/Skeleton';
import { Link } from '@tanstack/react-router';
import { HomeReturnsDocument } from '../../../generated/home.ts';
import { useTexts } from '../../../lib/locale.ts';
import { Screen } from '../../../lib/Screen.tsx';
import { Loading, TroubleView } from '../../../lib/states.tsx';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';
import { useTaxpayer } from '../SignedIn.tsx';
import { Filed } from './Filed.tsx';
import { OpenList } from './OpenList.tsx';
import { Unconfirmed } from './Unconfirmed.tsx';

/** Home: what is open, and what has arrived. */
export function HomeScreen({ isJustActivated }: { isJustActivated: boolean }) {
  const t = useTexts({ id, en }).home;
  const taxpayer = useTaxpayer();
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(HomeReturnsDocument, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const returns = (data ?? previousData)?.taxReturns;

  return (
    <Screen title={t.title(taxpayer.name)} lead={t.lead} aside={<Aside />}>
      {isJustActivated ? (
        <Note live tone="good" title={t.activated}>
          {t.activatedBody}
        </Note>
      ) : null}
      <Unconfirmed />
      {returns ? (
        <>
          <OpenList returns={returns.nodes} />
          <Filed returns={returns.nodes} />
          {returns.hasNextPage ? (
            <p>
              <Button
                kind="secondary"
                isPending={loading}
                onPress={() => {
                  fetchMore({
                    variables: { after: returns.endCursor },
                    updateQuery: (before, { fetchMoreResult: more }) => ({
                      taxReturns: {
                        ...more.taxReturns,
                        nodes: [...before.taxReturns.nodes, ...more.taxReturns.nodes],
                      },
                    }),
                  }).catch(() => undefined);
                }}
              >
                {t.more}
              </Button>
            </p>
          ) : null}
        </>
      ) : error && !loading ? (
        <TroubleView
          error={error}
          onRetry={() => {
            refetch().catch(() => undefined);
          }}
        />
      ) : (
        <Loading>
          <Skeleton className="h-6 w-48" />
          <Skeleton className="h-24 w-full" />
          <Skeleton className="h-16 w-full" />
        </Loading>
      )}
    </Screen>
  );
}

function Aside() {
  const t = useTexts({ id, en }).home;
  const taxpayer = useTaxpayer();
  return (
    <Card>
      <CardTitle>{taxpayer.name}</CardTitle>
      <p className="mt-1 text-sm text-ink-2">
        {t.identifier} {taxpayer.maskedIdentifier}
      </p>
      <ul className="mt-5 flex flex-col gap-2 border-t border-line pt-4 text-sm">
        <li>
          <Link to="/contact-channels" className="link">
            {t.channels}
          </Link>
        </li>
        <li>
          <Link to="/status" className="link">
            {t.helpStatus}
          </Link>
        </li>
        <li>
          <Link to="/verify" className="link">
            {t.helpVerify}
          </Link>
        </li>
      </ul>
    </Card>
  );
}
