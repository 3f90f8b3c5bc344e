import { Note } from '@sampai/ui/Note';
import type { ServiceStatusQuery } from '../../generated/status.ts';
import { dayMoment, span } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { status as en } from '../../locales/en/status.ts';
import { status as id } from '../../locales/id/status.ts';

type Window = ServiceStatusQuery['serviceStatus']['maintenance'][number];

/** Maintenance that is planned or runs, and what works meanwhile. */
export function Windows({ windows }: { windows: readonly Window[] }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  if (windows.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{t.maintenanceTitle}</h2>
      <div className="grid items-start gap-3 lg:grid-cols-2">
        {windows.map(({ id: key, title, reason, from, to, phase }) => (
          <Note key={key} tone={phase === 'RUNNING' ? 'care' : 'info'} title={title}>
            <p>{phase === 'RUNNING' ? t.running(dayMoment(to, locale)) : `${span(from, to, locale)}.`}</p>
            {reason ? <p className="wrap-anywhere">{reason}</p> : null}
            <p>{t.meanwhile}</p>
          </Note>
        ))}
      </div>
    </section>
  );
}
