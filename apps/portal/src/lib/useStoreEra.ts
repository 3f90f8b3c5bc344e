import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';

/** A key that changes whenever the store is cleared: that also stops whoever watches it, and some outlive it. */
export function useStoreEra(): number {
  const client = useApolloClient();
  const [era, setEra] = useState(0);
  useEffect(() => client.onClearStore(async () => setEra((past) => past + 1)), [client]);
  return era;
}
