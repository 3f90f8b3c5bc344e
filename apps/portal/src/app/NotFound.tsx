import { buttonLook } from '@sampai/ui/Button';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../lib/locale.ts';
import { Screen } from '../lib/Screen.tsx';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';

export function NotFound() {
  const t = useTexts({ id, en }).notFound;
  return (
    <Screen title={t.title} lead={t.lead}>
      <p>
        <Link to="/" className={buttonLook('primary')}>
          {t.action}
        </Link>
      </p>
    </Screen>
  );
}
