import { LanguageSwitch } from '@sampai/ui/LanguageSwitch';
import { SkipLink } from '@sampai/ui/Page';
import { OfflineBand } from '@sampai/ui/StateViews';
import { type ReactNode, useEffect } from 'react';
import { setLocale, useLocale, useTexts } from '../lib/locale.ts';
import { useOnline } from '../lib/useOnline.ts';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';

const languages = [
  { value: 'id', short: 'ID', name: 'Bahasa Indonesia' },
  { value: 'en', short: 'EN', name: 'English' },
];

export type DeskShellProps = { agent?: ReactNode; notice?: ReactNode; children: ReactNode };

/** What stands around the desk: narrow enough for a side panel, dark so that nobody takes it for the portal. */
export function DeskShell({ agent, notice, children }: DeskShellProps) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const isOnline = useOnline();

  useEffect(() => {
    document.title = t.title;
  }, [t.title]);

  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{t.skip}</SkipLink>
      <header className="bg-laut-deep text-white">
        <div className="mx-auto flex min-h-14 max-w-page flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
          <span className="text-xl font-extrabold tracking-[-0.04em]">
            sampai<span className="text-kunyit">.</span>
            <span className="font-semibold"> {t.suffix}</span>
          </span>
          <div className="flex flex-wrap items-center gap-2">
            {agent}
            <LanguageSwitch
              label={t.language}
              options={languages}
              value={locale}
              onChange={(value) => setLocale(value === 'en' ? 'en' : 'id')}
            />
          </div>
        </div>
      </header>
      {notice}
      {isOnline ? null : <OfflineBand>{t.offline}</OfflineBand>}
      <main
        id="work"
        tabIndex={-1}
        className="mx-auto w-full max-w-page flex-1 px-4 pt-5 pb-12 outline-none sm:px-6"
      >
        {children}
      </main>
      <footer className="border-t border-line text-sm text-ink-2">
        <p className="mx-auto max-w-page px-4 py-3 sm:px-6">{t.footer}</p>
      </footer>
    </div>
  );
}
