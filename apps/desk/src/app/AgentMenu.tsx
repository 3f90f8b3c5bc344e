import { useApolloClient, useMutation } from '@apollo/client/react';
import { AgentDocument, type AgentQuery, SignOutDocument } from '../generated/desk.ts';
import { useTexts } from '../lib/locale.ts';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';

export type AgentMenuProps = { agent: NonNullable<AgentQuery['agent']>; onLeave: () => void };

/** In the header: who is signed in, and the way out. */
export function AgentMenu({ agent, onLeave }: AgentMenuProps) {
  const t = useTexts({ id, en });
  const client = useApolloClient();
  const [signOut, { loading, error }] = useMutation(SignOutDocument);

  const leave = async () => {
    if (loading) return;
    try {
      await signOut();
    } catch {
      return; // still signed in, and the button is still there
    }
    onLeave();
    client.writeQuery({ query: AgentDocument, data: { agent: null } });
  };

  return (
    <>
      <span className="rounded-full border border-white/35 px-3.5 py-1 text-sm font-medium">
        {agent.name}
        <span className="max-sm:hidden"> · {agent.team}</span>
      </span>
      <button
        type="button"
        onClick={leave}
        aria-disabled={loading || undefined}
        className="min-h-8 cursor-pointer rounded-full px-3 text-sm font-semibold underline decoration-1 underline-offset-4 hover:bg-white/15 focus-visible:outline-white"
      >
        {t.signOut}
      </button>
      <span role="status" className={error ? 'text-sm font-medium' : 'sr-only'}>
        {error ? t.signOutFailed : ''}
      </span>
    </>
  );
}
