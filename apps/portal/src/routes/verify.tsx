import { createFileRoute } from '@tanstack/react-router';
import { VerifyScreen } from '../features/verify/VerifyScreen.tsx';

type Search = { number?: string };

export const Route = createFileRoute('/verify')({
  validateSearch: ({ number }: Record<string, unknown>): Search =>
    typeof number === 'string' || typeof number === 'number' ? { number: String(number).slice(0, 64) } : {},
  component: function Verify() {
    const { number = '' } = Route.useSearch();
    return <VerifyScreen key={number} number={number} />;
  },
});
