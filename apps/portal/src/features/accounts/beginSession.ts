import type { ApolloClient } from '@apollo/client';
import { SessionDocument, type SessionQuery } from '../../generated/session.ts';

/**
 * From here on somebody is signed in. What the browser still remembers of whoever was before is forgotten first:
 * a shared computer must not show one person's returns to the next.
 */
export async function beginSession(
  client: ApolloClient,
  session: NonNullable<SessionQuery['session']>,
): Promise<void> {
  await client.clearStore();
  client.writeQuery({ query: SessionDocument, data: { session } });
}
