import { useQuery } from '@apollo/client/react';
import { Band } from '@sampai/ui/Band';
import { WrenchIcon } from '@sampai/ui/icons';
import { Link } from '@tanstack/react-router';
import { MaintenanceBandDocument } from '../../../generated/status-band.ts';
import { ANONYMOUS } from '../../../lib/anonymous.ts';
import { dayMoment, span } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { useStoreEra } from '../../../lib/useStoreEra.ts';
import { shell as en } from '../../../locales/en/shell.ts';
import { shell as id } from '../../../locales/id/shell.ts';

/** How often every page asks by itself, in milliseconds. */
const EVERY = 60_000;

/** On every page from 48 hours before maintenance: when it is, what works meanwhile, and while it runs when it ends. */
export function MaintenanceBand() {
  return <Shown key={useStoreEra()} />;
}

function Shown() {
  const t = useTexts({ id, en }).maintenance;
  const locale = useLocale();
  const { data } = useQuery(MaintenanceBandDocument, { pollInterval: EVERY, context: ANONYMOUS });
  const window = data?.serviceStatus.maintenance.find(({ phase }) => phase !== 'PLANNED');
  if (!window) return null;
  const { from, to, phase } = window;
  return (
    <Band label={t.label} icon={<WrenchIcon className="size-5 shrink-0" />}>
      <p>
        <strong className="font-semibold">
          {phase === 'RUNNING' ? t.running(dayMoment(to, locale)) : t.announced(span(from, to, locale))}
        </strong>{' '}
        {phase === 'RUNNING' ? t.meanwhileRunning : t.meanwhile}{' '}
        <Link to="/status" className="underline underline-offset-4">
          {t.more}
        </Link>
      </p>
    </Band>
  );
}
