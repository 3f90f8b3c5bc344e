import { createFileRoute } from '@tanstack/react-router';
import { SignedIn } from '../features/accounts/SignedIn.tsx';
import { ContactChannelsScreen } from '../features/contact-channels/ContactChannelsScreen.tsx';

export const Route = createFileRoute('/contact-channels')({
  component: () => (
    <SignedIn>
      <ContactChannelsScreen />
    </SignedIn>
  ),
});
