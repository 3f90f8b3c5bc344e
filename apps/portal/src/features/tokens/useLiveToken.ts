import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { TokenChangedDocument, TokenDocument } from '../../generated/tokens.ts';
import { follow } from '../../lib/live.ts';
import { serverNow } from '../../lib/serverClock.ts';

/** Without a socket the contract asks for a poll every three seconds, in milliseconds. */
const POLL = 3000;

/**
 * A token as it stands and as it changes: by subscription, and by polling while there is no socket. A lost
 * connection keeps the last state on the screen and says since when.
 */
export function useLiveToken(id: string) {
  const client = useApolloClient();
  const [isLive, setLive] = useState(false);
  const [lostAt, setLostAt] = useState<number | null>(null);
  const [isSettled, setSettled] = useState(false);
  const { data, previousData, error, refetch, loading } = useQuery(TokenDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    pollInterval: isLive || isSettled ? 0 : POLL,
  });
  const known = data ?? previousData;
  const token = known?.token;
  const [wasHere, setWasHere] = useState(false);
  if (token && !wasHere) setWasHere(true);

  useEffect(() => {
    // A window that has passed may open again: with a late receipt, or asked for in another tab.
    setSettled(token === null || (token !== undefined && token.state !== 'OPEN' && !token.windowPassed));
  }, [token]);

  const isLost = error !== undefined && known !== undefined;
  useEffect(() => {
    // While it is asked again the error is gone, and nothing newer is known: the time stays that of the first failure.
    if (isLost) setLostAt((since) => since ?? serverNow());
    else if (!loading) setLostAt(null);
  }, [isLost, loading]);

  useEffect(() => {
    const catchUp = () => refetch().catch(() => undefined);
    const document: typeof TokenChangedDocument = client.cache.transformDocument(TokenChangedDocument);
    return follow(
      document,
      { id },
      {
        onData: ({ tokenChanged }) => {
          if (tokenChanged === null) catchUp();
          else client.writeQuery({ query: TokenDocument, variables: { id }, data: { token: tokenChanged } });
        },
        onConnected: (isConnected) => {
          setLive(isConnected);
          if (isConnected) catchUp(); // what happened between the answer and the socket
        },
      },
    );
  }, [client, id, refetch]);

  return { token, wasHere, error, isLoading: loading && known === undefined, lostAt, refetch };
}
