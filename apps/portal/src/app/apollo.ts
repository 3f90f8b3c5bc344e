import { ApolloClient, type FieldReadFunction, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { map } from 'rxjs';
import { SessionDocument } from '../generated/session.ts';
import { MaintenanceBandDocument } from '../generated/status-band.ts';
import { onLocaleChange } from '../lib/locale.ts';
import { httpLink } from './httpLink.ts';
import { neverBack } from './overtaken.ts';
import { possibleTypes } from './possibleTypes.ts';

/**
 * A session can end while a page is open. Whichever operation hears of it first empties the session in the cache;
 * the gate around signed-in pages sees that and leads to the sign-in, and back here afterwards.
 */
const sessionWatch = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      if (codesIn(result.data).includes('NOT_SIGNED_IN')) {
        operation.client.writeQuery({ query: SessionDocument, data: { session: null } });
      }
      return result;
    }),
  ),
);

/** Whoever is refused by maintenance that has just begun sees at once on the page when it ends. */
const maintenanceWatch = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      if (codesIn(result.data).includes('MAINTENANCE'))
        operation.client.refetchQueries({ include: [MaintenanceBandDocument] }).catch(() => undefined);
      return result;
    }),
  ),
);

/** The codes of the outcomes in an answer. */
const codesIn = (data: ApolloLink.Result['data']): (string | undefined)[] =>
  Object.values((data ?? {}) as Record<string, { code?: string } | null>).map((outcome) => outcome?.code);

/** What a mutation has just answered need not be asked for again: the id finds it, whichever field it came by. */
function byId(typename: string): FieldReadFunction {
  return (existing, { args, toReference }) =>
    existing === undefined ? toReference({ __typename: typename, id: args?.id }) : existing;
}

export const apollo = new ApolloClient({
  cache: new InMemoryCache({
    possibleTypes,
    typePolicies: {
      ...neverBack,
      Query: {
        fields: {
          serviceStatus: { merge: true },
          activation: byId('Activation'),
          token: byId('VerificationToken'),
        },
      },
    },
  }),
  link: ApolloLink.from([sessionWatch, maintenanceWatch, httpLink]),
  devtools: { enabled: false },
});

// Sentences of the API (advice, incident titles) come in the language they were asked for.
onLocaleChange(() => {
  apollo.refetchQueries({ include: 'active' }).catch(() => undefined);
});
