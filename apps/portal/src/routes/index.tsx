import { createFileRoute } from '@tanstack/react-router';
import { HomeScreen } from '../features/accounts/home/HomeScreen.tsx';
import { SignedIn } from '../features/accounts/SignedIn.tsx';

type Search = { activated?: boolean };

export const Route = createFileRoute('/')({
  validateSearch: ({ activated }: Record<string, unknown>): Search =>
    activated === true ? { activated } : {},
  component: function Home() {
    const { activated = false } = Route.useSearch();
    return (
      <SignedIn>
        <HomeScreen isJustActivated={activated} />
      </SignedIn>
    );
  },
});
