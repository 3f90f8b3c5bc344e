import { createFileRoute } from '@tanstack/react-router';
import { safeNext } from '../../features/accounts/next.ts';
import { SignInCodeScreen } from '../../features/accounts/sign-in/SignInCodeScreen.tsx';

type Search = { token: string; next?: string };

export const Route = createFileRoute('/sign-in/code')({
  validateSearch: ({ token, next }: Record<string, unknown>): Search => ({
    token: typeof token === 'string' ? token : '',
    ...(next === undefined ? {} : { next: safeNext(next) }),
  }),
  component: function SignInCode() {
    const { token, next = '/' } = Route.useSearch();
    return <SignInCodeScreen key={token} tokenId={token} next={next} />;
  },
});
