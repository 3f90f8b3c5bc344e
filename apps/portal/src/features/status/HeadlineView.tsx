import { BangIcon, CheckIcon, WrenchIcon } from '@sampai/ui/icons';
import { dayMoment } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { status as en } from '../../locales/en/status.ts';
import { status as id } from '../../locales/id/status.ts';
import type { Headline } from './headline.ts';

/** The page in one sentence; nothing where incidents stand there themselves. */
export function HeadlineView({ headline }: { headline: Headline }) {
  const t = useTexts({ id, en }).headline;
  const locale = useLocale();
  const look = 'flex items-start gap-2 font-semibold [&>svg]:mt-1 [&>svg]:shrink-0';
  switch (headline.say) {
    case 'incidents':
      return null;
    case 'well':
      return (
        <p className={`${look} text-sirih`}>
          <CheckIcon />
          {t.well}
        </p>
      );
    case 'maintenance':
      return (
        <p className={`${look} text-kunyit-deep`}>
          <WrenchIcon className="size-5" />
          {t.maintenance(dayMoment(headline.to, locale))}
        </p>
      );
    case 'looking':
      return (
        <p className={`${look} text-kunyit-deep`}>
          <BangIcon className="size-5" />
          {t.looking(new Intl.ListFormat(locale).format(headline.at))}
        </p>
      );
  }
}
