import { createFileRoute } from '@tanstack/react-router';
import { NotFound } from '../../../app/NotFound.tsx';
import { SignedIn } from '../../../features/accounts/SignedIn.tsx';
import { isScreen } from '../../../features/filing/journey.ts';
import { Wizard } from '../../../features/filing/Wizard.tsx';

/**
 * Every screen of a return in one route and one chunk: whoever loses the network at one screen goes on to the
 * next. The gate is entered anew with each screen, so that after an ended session one comes back to it.
 */
export const Route = createFileRoute('/filing/$returnId/$screen')({
  component: function ReturnScreen() {
    const { returnId, screen } = Route.useParams();
    if (!isScreen(screen)) return <NotFound />;
    return (
      <SignedIn key={screen}>
        <Wizard key={returnId} returnId={returnId} screen={screen} />
      </SignedIn>
    );
  },
});
