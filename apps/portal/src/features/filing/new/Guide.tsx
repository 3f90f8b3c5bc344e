import { Card, CardTitle } from '@sampai/ui/Card';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';

/** Beside the questions: what they decide between. */
export function Guide() {
  const t = useTexts({ id, en }).new.guide;
  return (
    <Card>
      <CardTitle>{t.title}</CardTitle>
      <p className="mt-1 text-sm text-ink-2">{t.lead}</p>
      <dl className="mt-4 flex flex-col">
        {t.forms.map(([form, whom]) => (
          <div key={form} className="border-t border-line py-3 last:pb-0">
            <dt className="font-semibold">{form}</dt>
            <dd className="text-sm text-ink-2">{whom}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
