import { Card } from '@sampai/ui/Card';
import { Columns } from '@sampai/ui/Page';
import { Skeleton } from '@sampai/ui/Skeleton';
import { useTexts } from '../../lib/locale.ts';
import { useTitle } from '../../lib/Screen.tsx';
import { Loading } from '../../lib/states.tsx';
import { shell as en } from '../../locales/en/shell.ts';
import { shell as id } from '../../locales/id/shell.ts';
import { FilingSteps } from './FilingSteps.tsx';
import { type Screen, stepOf } from './journey.ts';

/** The shape of a screen of the wizard while the return is on its way: steps, fields, sums. */
export function WizardLoading({ screen }: { screen: Screen }) {
  const t = useTexts({ id, en });
  useTitle(t.loading);
  return (
    <Columns
      aside={
        <Card>
          <Skeleton className="h-7 w-44" />
          <div className="mt-6 flex flex-col gap-5">
            {['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((row) => (
              <Skeleton key={row} className="h-5 w-full" />
            ))}
          </div>
        </Card>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex min-h-9 items-center justify-between">
          <Skeleton className="h-5 w-64" />
          <Skeleton className="h-5 w-32" />
        </div>
        {screen === 'receipt' ? null : <FilingSteps at={stepOf(screen)} />}
      </div>
      <h1 className="sr-only">{t.loading}</h1>
      <Loading>
        <Skeleton className="h-9 w-3/4" />
        <Skeleton className="h-5 w-full" />
        {['a', 'b', 'c'].map((field) => (
          <div key={field} className="mt-4 flex flex-col gap-2">
            <Skeleton className="h-5 w-56" />
            <Skeleton className="h-12 w-95 max-w-full" />
          </div>
        ))}
      </Loading>
    </Columns>
  );
}
