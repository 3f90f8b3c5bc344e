import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useSyncExternalStore } from 'react';
import { type ReturnViewFragment, SaveReturnDocument } from '../../../generated/filing.ts';
import { said } from '../../../lib/locale.ts';
import { Trouble } from '../../../lib/trouble.ts';
import { isUnsaved, type Kept } from './draft.ts';
import { type Keeper, type KeeperState, makeKeeper, type SaveAnswer } from './keeper.ts';

/** The drafts open in this page, by return. They outlive their screens; signing out forgets them. */
const keepers = new Map<string, Keeper>();
const clients = new WeakSet<ApolloClient>();

export function keptOf({ version, facts, prefilled, savedAt }: ReturnViewFragment): Kept {
  return { version, facts, prefilled, savedAt };
}

/** The keeper of a draft, told what the server holds now. */
function keeperOf(client: ApolloClient, stored: ReturnViewFragment): Keeper {
  watch(client);
  const known = keepers.get(stored.id);
  if (known) return known;
  const keeper = makeKeeper(keptOf(stored), {
    save: (version, facts) => send(client, { returnId: stored.id, version, facts }),
    later(task, milliseconds) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  keepers.set(stored.id, keeper);
  return keeper;
}

/** A draft as it stands in this window, kept in step with what queries find on the server. */
export function useKeeper(stored: ReturnViewFragment): { keeper: Keeper; state: KeeperState } {
  const client = useApolloClient();
  const keeper = keeperOf(client, stored);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useEffect(() => keeper.receive(keptOf(stored)), [keeper, stored]);
  // What waits since a lost network or an ended session is tried again at once with each screen that is entered.
  useEffect(() => {
    keeper.flush();
  }, [keeper]);
  return { keeper, state };
}

type Variables = { returnId: string; version: number; facts: Kept['facts'] };

async function send(client: ApolloClient, input: Variables): Promise<SaveAnswer> {
  const { data } = await client.mutate({ mutation: SaveReturnDocument, variables: { input } });
  const answer = data?.saveReturn;
  switch (answer?.__typename) {
    case 'TaxReturn':
      return { kind: 'saved', kept: keptOf(answer) };
    case 'StaleVersion':
      return { kind: 'stale', kept: keptOf(answer.current) };
    case 'Refusal':
      // An ended session or a busy minute says nothing about the answers: they are tried again afterwards.
      if (
        answer.code === 'ALREADY_SUBMITTED' ||
        answer.code === 'NOT_FOUND' ||
        answer.code === 'INVALID_INPUT'
      )
        return { kind: 'refused', code: answer.code, message: said(answer.message) };
      throw new Trouble('server');
    case undefined:
      throw new Trouble('server');
  }
}

/** Once for each client: what the browser tells of network, window and leaving concerns every open draft. */
function watch(client: ApolloClient): void {
  if (clients.has(client)) return;
  clients.add(client);
  client.onClearStore(async () => keepers.clear());
  const saveAll = () => {
    for (const keeper of keepers.values()) keeper.flush();
  };
  addEventListener('online', saveAll);
  // Whoever turns to another window should find there what was typed here.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveAll();
  });
  addEventListener('beforeunload', (event) => {
    const isAnyUnsaved = [...keepers.values()].some((keeper) => isUnsaved(keeper.state().draft));
    if (isAnyUnsaved) event.preventDefault();
  });
}
