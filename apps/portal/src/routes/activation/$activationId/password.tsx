import { createFileRoute } from '@tanstack/react-router';
import { PasswordScreen } from '../../../features/accounts/activation/password/PasswordScreen.tsx';
import { WithActivation } from '../../../features/accounts/activation/WithActivation.tsx';

export const Route = createFileRoute('/activation/$activationId/password')({
  component: function Password() {
    const { activationId } = Route.useParams();
    return (
      <WithActivation activationId={activationId} screen="password">
        {(activation) => <PasswordScreen activation={activation} />}
      </WithActivation>
    );
  },
});
