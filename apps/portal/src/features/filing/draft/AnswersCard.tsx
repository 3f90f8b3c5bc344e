import type { Facts } from '@sampai/tax-forms';
import { Card, CardTitle } from '@sampai/ui/Card';
import { Summary } from '@sampai/ui/Summary';
import type { ReactNode } from 'react';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { fieldsOf, type Section } from './findings.ts';
import { answerIn } from './merge.ts';
import { shown } from './shown.ts';

export type AnswersCardProps = {
  section: Section;
  facts: Facts;
  /** Beside the heading: the way to change it. */
  action?: ReactNode;
  /** Under the label of a field: where it came from. */
  origin?: (field: string) => string | undefined;
};

/** The answers of a part of the form, read back. */
export function AnswersCard({ section, facts, action, origin }: AnswersCardProps) {
  const t = useTexts({ id, en });
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <CardTitle>{t.review.sections[section]}</CardTitle>
        {action}
      </div>
      <div className="mt-2">
        <Summary
          rows={fieldsOf(section).map((field) => {
            const words = shown(field, answerIn(facts, field), t);
            const from = origin?.(field);
            return {
              id: field,
              label: (
                <>
                  {t.field[field].short}
                  {from ? <span className="block text-sm text-ink-2">{from}</span> : null}
                </>
              ),
              value: words || <span className="font-normal text-ink-2">{t.none}</span>,
            };
          })}
        />
      </div>
    </Card>
  );
}
