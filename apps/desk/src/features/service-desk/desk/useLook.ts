import { NetworkStatus } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { LookDocument } from '../../../generated/desk.ts';

/** How often an open look is read again, in milliseconds: a code's usual way takes seconds. */
const POLL = 5000;

/** Nobody reads a page in the background, and without a network there is nobody to ask. */
const isAway = () => document.hidden || !navigator.onLine;

/**
 * An open look, read again while somebody looks at the page. A lost connection keeps the last state on the screen; a look
 * that is over takes what it showed with it.
 */
export function useLook(id: string) {
  const client = useApolloClient();
  const [isOver, setOver] = useState(false);
  const { data, previousData, error, networkStatus, refetch } = useQuery(LookDocument, {
    variables: { id },
    pollInterval: isOver ? 0 : POLL,
    skipPollAttempt: isAway,
    notifyOnNetworkStatusChange: true,
  });
  const look = (data ?? previousData)?.look;

  useEffect(() => setOver(look === null), [look]);

  const refresh = () => {
    refetch().catch(() => undefined); // `error` says it
  };

  useEffect(() => {
    const catchUp = () => {
      if (!isAway()) refetch().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', catchUp);
    addEventListener('online', catchUp);
    return () => {
      document.removeEventListener('visibilitychange', catchUp);
      removeEventListener('online', catchUp);
    };
  }, [refetch]);

  // What an agent saw of one caller does not stay behind when the next one calls.
  useEffect(
    () => () => {
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'look' });
      client.cache.evict({ id: `Look:${id}` });
    },
    [client, id],
  );

  return { look, error, refresh, isRefreshing: networkStatus === NetworkStatus.refetch };
}
