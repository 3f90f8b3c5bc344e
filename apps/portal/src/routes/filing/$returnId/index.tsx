import { createFileRoute } from '@tanstack/react-router';
import { Redirect } from '../../../lib/Redirect.tsx';

/** A return without a screen: its first one, which leads on to the receipt once it is submitted. */
export const Route = createFileRoute('/filing/$returnId/')({
  component: function Return() {
    const { returnId } = Route.useParams();
    return <Redirect path={`/filing/${encodeURIComponent(returnId)}/income`} />;
  },
});
