import { ApolloClient, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { map } from 'rxjs';
import { AgentDocument } from '../generated/desk.ts';
import { httpLink } from './httpLink.ts';

type Answer = Record<string, { code?: string } | null>;

/**
 * A session can end while the page is open. Whichever operation hears of it first empties the agent in the cache; the
 * app sees that and shows the sign-in.
 */
const sessionWatch = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      const data = (result.data ?? {}) as Answer;
      const ended = data.agent === null || Object.values(data).some((one) => one?.code === 'NOT_SIGNED_IN');
      if (ended) operation.client.writeQuery({ query: AgentDocument, data: { agent: null } });
      return result;
    }),
  ),
);

export const apollo = new ApolloClient({
  cache: new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          // A look-up answers with its look: following it begins with what is known, not with another question.
          look: (known, { args, toReference }) =>
            known === undefined ? toReference({ __typename: 'Look', id: args?.id }) : known,
        },
      },
    },
  }),
  link: ApolloLink.from([sessionWatch, httpLink]),
  devtools: { enabled: false },
});
