import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { useNavigate } from '@tanstack/react-router';
import { SessionDocument, SignOutDocument } from '../../generated/session.ts';
import { useTexts } from '../../lib/locale.ts';
import { useStoreEra } from '../../lib/useStoreEra.ts';
import { shell as en } from '../../locales/en/shell.ts';
import { shell as id } from '../../locales/id/shell.ts';

/** In the header: who is signed in, and the way out. */
export function AccountMenu() {
  return <Menu key={useStoreEra()} />; // the header outlives every sign-in and sign-out
}

/** Asks nobody; it reads what the gate has learnt. */
function Menu() {
  const t = useTexts({ id, en });
  const client = useApolloClient();
  const navigate = useNavigate();
  const { data } = useQuery(SessionDocument, { fetchPolicy: 'cache-only' });
  const [signOut, { loading }] = useMutation(SignOutDocument);
  const session = data?.session;
  if (!session) return null;

  const leave = async () => {
    try {
      await signOut();
    } catch {
      return; // still signed in, and the button is still there
    }
    await client.clearStore(); // first: it would stop what the sign-in asks, too
    await navigate({ to: '/sign-in' });
  };

  return (
    <>
      <span className="rounded-full border border-line px-3.5 py-1.5 text-sm font-medium">
        {session.taxpayer.name}
      </span>
      <Button kind="quiet" onPress={leave} isPending={loading}>
        {t.signOut}
      </Button>
    </>
  );
}
