import { cx } from './cx.ts';

/** A grey place for a line that is on its way; several make the shape of what will stand there. */
export function Skeleton({ className = 'h-5 w-full' }: { className?: string }) {
  return <span aria-hidden="true" className={cx('block animate-pulse rounded-sm bg-idle', className)} />;
}
