import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@sampai/ui/Skeleton';
import { useEffect, useState } from 'react';
import { DeskScreen, forgetLook, SignInScreen } from '../features/service-desk/index.ts';
import { NoticesBand } from '../features/status/index.ts';
import { AgentDocument } from '../generated/desk.ts';
import { useTexts } from '../lib/locale.ts';
import { Loading, TroubleView } from '../lib/states.tsx';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';
import { AgentMenu } from './AgentMenu.tsx';
import { DeskShell } from './DeskShell.tsx';

/** One page behind a sign-in: without a session the sign-in stands in its place. */
export function App() {
  const { data, error, loading, refetch } = useQuery(AgentDocument);
  const t = useTexts({ id, en });
  const agent = data?.agent;
  const [isEnded, setEnded] = useState(false);

  useEffect(() => {
    if (agent) setEnded(true); // whatever takes the agent away now ends the session, but for the way out itself
    if (agent === null) forgetLook();
  }, [agent]);

  if (agent) {
    return (
      <DeskShell agent={<AgentMenu agent={agent} onLeave={() => setEnded(false)} />} notice={<NoticesBand />}>
        <DeskScreen />
      </DeskShell>
    );
  }
  if (agent === null) {
    return (
      <DeskShell notice={<NoticesBand />}>
        <SignInScreen ended={isEnded} />
      </DeskShell>
    );
  }
  return (
    <DeskShell>
      <h1 className="sr-only">{t.title}</h1>
      {error && !loading ? (
        <TroubleView error={error} onRetry={() => void refetch().catch(() => undefined)} />
      ) : (
        <Loading>
          <Skeleton className="h-8 w-64" />
          <Skeleton className="h-12 w-80" />
        </Loading>
      )}
    </DeskShell>
  );
}
