import { useApolloClient } from '@apollo/client/react';
import { Link, useRouter } from '@tanstack/react-router';
import { SessionDocument } from '../../../generated/session.ts';
import { useTexts } from '../../../lib/locale.ts';
import { ScreenHead } from '../../../lib/Screen.tsx';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';
import { Waiting } from '../../tokens/index.ts';
import { beginSession } from '../beginSession.ts';

/** The second factor: the code makes the session. `next` is a path of this portal, already judged safe. */
export function SignInCodeScreen({ tokenId, next }: { tokenId: string; next: string }) {
  const t = useTexts({ id, en }).code;
  const client = useApolloClient();
  const router = useRouter();

  const enter = async () => {
    const { data } = await client.query({ query: SessionDocument, fetchPolicy: 'network-only' });
    if (data?.session) await beginSession(client, data.session);
    router.history.push(next);
  };

  return (
    <Waiting
      tokenId={tokenId}
      submitLabel={t.submit}
      onVerified={() => {
        enter().catch(() => router.history.push(next)); // the gate there asks again
      }}
      startOver={(className) => (
        <Link to="/sign-in" className={className}>
          {t.startOver}
        </Link>
      )}
    >
      <ScreenHead title={t.title} lead={t.lead} />
    </Waiting>
  );
}
