import { Card } from '@sampai/ui/Card';
import { Skeleton } from '@sampai/ui/Skeleton';
import { Loading } from '../../../lib/states.tsx';
import { useDeskTexts } from '../texts.ts';

/** The shape of a look that is on its way. */
export function LookSkeleton() {
  const t = useDeskTexts().lookUp;
  return (
    <Loading label={t.loading}>
      <div className="grid items-start gap-4 md:grid-cols-[18rem_minmax(0,1fr)]">
        <Card className="flex flex-col gap-3">
          <Skeleton className="h-6 w-3/4" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-5/6" />
          <Skeleton className="mt-3 h-10 w-full" />
        </Card>
        <Card className="flex flex-col gap-4">
          <Skeleton className="h-6 w-1/2" />
          <Skeleton className="h-16 w-full" />
          <Skeleton className="h-4 w-5/6" />
          <Skeleton className="h-4 w-4/6" />
          <Skeleton className="h-4 w-3/6" />
        </Card>
      </div>
    </Loading>
  );
}
