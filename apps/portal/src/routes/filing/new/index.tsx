import { createFileRoute } from '@tanstack/react-router';
import { SignedIn } from '../../../features/accounts/SignedIn.tsx';
import { YearScreen } from '../../../features/filing/new/year/YearScreen.tsx';
import { offeredYear } from '../../../features/filing/new/years.ts';
import { Redirect } from '../../../lib/Redirect.tsx';

type Search = { year?: number };

export const Route = createFileRoute('/filing/new/')({
  validateSearch: ({ year }: Record<string, unknown>): Search =>
    Number.isInteger(year) ? { year: Number(year) } : {},
  component: function New() {
    const year = offeredYear(Route.useSearch().year);
    // Where the answers so far lead; the screen there knows them.
    if (year !== undefined) return <Redirect path={`/filing/new/form?year=${year}`} />;
    return (
      <SignedIn>
        <YearScreen />
      </SignedIn>
    );
  },
});
