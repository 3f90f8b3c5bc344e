import { CheckIcon } from '@sampai/ui/icons';
import { EmptyView } from '@sampai/ui/StateViews';
import { Tag } from '@sampai/ui/Tag';
import { Link } from '@tanstack/react-router';
import { moment } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';
import { filed, type HomeReturn } from './openWork.ts';
import { titleOf } from './titleOf.ts';

/** What has arrived at the authority, each with its receipt. */
export function Filed({ returns }: { returns: readonly HomeReturn[] }) {
  const t = useTexts({ id, en }).home;
  const list = filed(returns);
  return (
    <section aria-labelledby="filed-title" className="flex flex-col gap-3">
      <h2 id="filed-title" className="text-lg font-semibold">
        {t.filedTitle}
      </h2>
      {list.length === 0 ? (
        <EmptyView title={t.filedEmpty}>{t.filedEmptyBody}</EmptyView>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-card">
          {list.map((item) => (
            <FiledRow key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function FiledRow({ item }: { item: HomeReturn }) {
  const t = useTexts({ id, en }).home;
  const locale = useLocale();
  const name = titleOf(item, t);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-b border-line px-6 py-4.5 last:border-b-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {name}
          {item.outcome ? <Tag>{t.outcome[item.outcome]}</Tag> : null}
        </p>
        {item.receipt ? (
          <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-ink-2">
            <CheckIcon className="size-4 text-sirih" />
            {t.filed(moment(item.receipt.submittedAt, locale))} · {item.receipt.number}
          </p>
        ) : null}
      </div>
      <p className="flex gap-4 text-sm">
        <Link
          to="/filing/$returnId"
          params={{ returnId: item.id }}
          className="link inline-flex min-h-6 items-center"
          aria-label={`${t.open}: ${name}`}
        >
          {t.open}
        </Link>
        {item.receipt ? (
          <a
            href={item.receipt.pdfUrl}
            className="link inline-flex min-h-6 items-center"
            aria-label={`${t.pdf}: ${name}`}
          >
            {t.pdf}
          </a>
        ) : null}
      </p>
    </li>
  );
}
