import { createFileRoute } from '@tanstack/react-router';
import { CodesScreen } from '../../../features/accounts/activation/codes/CodesScreen.tsx';
import { WithActivation } from '../../../features/accounts/activation/WithActivation.tsx';

export const Route = createFileRoute('/activation/$activationId/codes')({
  component: function Codes() {
    const { activationId } = Route.useParams();
    return (
      <WithActivation activationId={activationId} screen="codes">
        {(activation) => <CodesScreen activation={activation} />}
      </WithActivation>
    );
  },
});
