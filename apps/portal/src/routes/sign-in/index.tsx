import { createFileRoute } from '@tanstack/react-router';
import { safeNext } from '../../features/accounts/next.ts';
import { SignInScreen } from '../../features/accounts/sign-in/SignInScreen.tsx';

type Search = { next?: string; ended?: boolean };

export const Route = createFileRoute('/sign-in/')({
  validateSearch: ({ next, ended }: Record<string, unknown>): Search => ({
    ...(next === undefined ? {} : { next: safeNext(next) }),
    ...(ended === true ? { ended } : {}),
  }),
  component: function SignIn() {
    const { next = '/', ended = false } = Route.useSearch();
    return <SignInScreen next={next} ended={ended} />;
  },
});
