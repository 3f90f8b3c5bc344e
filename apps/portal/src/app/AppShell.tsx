import { LanguageSwitch } from '@sampai/ui/LanguageSwitch';
import { Header, Shell, SkipLink, Wordmark } from '@sampai/ui/Page';
import { OfflineBand } from '@sampai/ui/StateViews';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { setLocale, useLocale, useTexts } from '../lib/locale.ts';
import { useOnline } from '../lib/useOnline.ts';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';

const languages = [
  { value: 'id', short: 'ID', name: 'Bahasa Indonesia' },
  { value: 'en', short: 'EN', name: 'English' },
];

export type AppShellProps = {
  /** Who is signed in, if anybody. */
  account?: ReactNode;
  /** What everybody should know, whatever page they are on. */
  notice?: ReactNode;
  children: ReactNode;
};

/** What stands around every page. */
export function AppShell({ account, notice, children }: AppShellProps) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const isOnline = useOnline();
  return (
    <>
      <SkipLink>{t.skip}</SkipLink>
      <Shell
        header={
          <Header
            brand={
              <Link to="/" aria-label={t.home}>
                <Wordmark />
              </Link>
            }
          >
            {account}
            <LanguageSwitch
              label={t.language}
              options={languages}
              value={locale}
              onChange={(value) => setLocale(value === 'en' ? 'en' : 'id')}
            />
          </Header>
        }
        band={
          <>
            {notice}
            {isOnline ? null : <OfflineBand>{t.offline}</OfflineBand>}
          </>
        }
        footer={
          <>
            <Link to="/status" className="link">
              {t.status}
            </Link>
            <Link to="/verify" className="link">
              {t.verify}
            </Link>
            <span className="ml-auto">{t.footer}</span>
          </>
        }
      >
        {children}
      </Shell>
    </>
  );
}
