import { offeredTaxYears } from '@sampai/tax-forms';
import { buttonLook } from '@sampai/ui/Button';
import { cx } from '@sampai/ui/cx';
import { Tag } from '@sampai/ui/Tag';
import { Link } from '@tanstack/react-router';
import { date } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';
import { type HomeReturn, type OpenWork, openWork } from './openWork.ts';
import { titleOf } from './titleOf.ts';

/** The annual returns that wait; the newest is the one primary action of the page. */
export function OpenList({ returns }: { returns: readonly HomeReturn[] }) {
  const t = useTexts({ id, en }).home;
  const work = openWork(returns, offeredTaxYears('1770SS'));
  return (
    <section aria-labelledby="open-title" className="flex flex-col gap-3">
      <h2 id="open-title" className="text-lg font-semibold">
        {t.openTitle}
      </h2>
      {work.length === 0 ? <p className="text-ink-2">{t.openNone}</p> : null}
      <ul className="overflow-hidden rounded-lg border border-line bg-card">
        {work.map((item, index) => (
          <OpenRow key={item.key} item={item} isFirst={index === 0} />
        ))}
      </ul>
    </section>
  );
}

function OpenRow({ item, isFirst }: { item: OpenWork; isFirst: boolean }) {
  const t = useTexts({ id, en }).home;
  const locale = useLocale();
  const { taxYear } = item;
  const look = buttonLook(isFirst ? 'primary' : 'quiet');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3 border-b border-line px-6 py-4.5 last:border-b-0">
      <div>
        <p className={cx('font-semibold', isFirst && 'text-lg')}>
          {item.kind === 'draft' ? titleOf(item.draft, t) : t.annual(taxYear)}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-2 text-sm text-ink-2">
          {item.kind === 'draft' ? <Tag tone="kunyit">{t.draft}</Tag> : t.notStarted}
          {item.kind === 'draft' ? <span>{t.due(date(item.draft.dueOn, locale))}</span> : null}
        </p>
      </div>
      {item.kind === 'draft' ? (
        <Link to="/filing/$returnId" params={{ returnId: item.draft.id }} className={look}>
          {t.resume(taxYear)}
        </Link>
      ) : (
        <Link to="/filing/new" search={{ year: taxYear }} className={look}>
          {t.start(taxYear)}
        </Link>
      )}
    </li>
  );
}
