import { createFileRoute } from '@tanstack/react-router';
import { NotFound } from '../../../app/NotFound.tsx';
import { SignedIn, useTaxpayer } from '../../../features/accounts/SignedIn.tsx';
import { isScreen, type Screen } from '../../../features/filing/new/journey.ts';
import { Questions } from '../../../features/filing/new/Questions.tsx';
import { offeredYear } from '../../../features/filing/new/years.ts';
import { Redirect } from '../../../lib/Redirect.tsx';

type Search = { year?: number };

/** Every question in one route and one chunk: going on asks the network for nothing. */
export const Route = createFileRoute('/filing/new/$screen')({
  validateSearch: ({ year }: Record<string, unknown>): Search =>
    Number.isInteger(year) ? { year: Number(year) } : {},
  component: function NewScreen() {
    const { screen } = Route.useParams();
    const year = offeredYear(Route.useSearch().year);
    if (!isScreen(screen)) return <NotFound />;
    if (year === undefined) return <Redirect path="/filing/new" />;
    return (
      <SignedIn key={screen}>
        <Asked screen={screen} taxYear={year} />
      </SignedIn>
    );
  },
});

function Asked({ screen, taxYear }: { screen: Screen; taxYear: number }) {
  const { id } = useTaxpayer();
  return <Questions key={taxYear} screen={screen} taxYear={taxYear} taxpayerId={id} />;
}
