import { createFileRoute } from '@tanstack/react-router';
import { ChannelsScreen } from '../../../features/accounts/activation/channels/ChannelsScreen.tsx';
import { WithActivation } from '../../../features/accounts/activation/WithActivation.tsx';

export const Route = createFileRoute('/activation/$activationId/channels')({
  component: function Channels() {
    const { activationId } = Route.useParams();
    return (
      <WithActivation activationId={activationId} screen="channels">
        {(activation) => <ChannelsScreen activation={activation} />}
      </WithActivation>
    );
  },
});
