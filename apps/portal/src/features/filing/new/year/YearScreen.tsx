import { dueDate } from '@sampai/tax-forms';
import { Button } from '@sampai/ui/Button';
import { Choice } from '@sampai/ui/Choice';
import { ErrorSummary } from '@sampai/ui/ErrorSummary';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { date } from '../../../../lib/format.ts';
import { ours, useLocale, useTexts } from '../../../../lib/locale.ts';
import { Screen } from '../../../../lib/Screen.tsx';
import { useFaults } from '../../../../lib/useFaults.ts';
import { filing as en } from '../../../../locales/en/filing.ts';
import { shell as enShell } from '../../../../locales/en/shell.ts';
import { filing as id } from '../../../../locales/id/filing.ts';
import { shell as idShell } from '../../../../locales/id/shell.ts';
import { FilingSteps } from '../../FilingSteps.tsx';
import { Guide } from '../Guide.tsx';
import { offeredYears } from '../years.ts';

/** For whoever comes without a year; home gives it along. */
export function YearScreen() {
  const t = useTexts({ id, en }).new.year;
  const common = useTexts({ id: idShell, en: enShell });
  const locale = useLocale();
  const navigate = useNavigate();
  const faults = useFaults({ year: 'year' });
  const [year, setYear] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (year === '')
      return faults.show([{ field: 'year', message: ours({ id, en }, (texts) => texts.new.year.missing) }]);
    navigate({ to: '/filing/new', search: { year: Number(year) } });
  };

  return (
    <Screen title={t.title} lead={t.lead} before={<FilingSteps at="questions" />} aside={<Guide />}>
      <ErrorSummary title={common.faults} {...faults.summary} />
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <Choice
          id="year"
          label={t.label}
          value={year}
          onChange={setYear}
          error={faults.of('year')}
          options={offeredYears().map((offered) => ({
            value: String(offered),
            label: String(offered),
            hint: t.due(date(dueDate('1770SS', offered), locale)),
          }))}
        />
        <Button type="submit" className="self-start">
          {t.submit}
        </Button>
      </form>
    </Screen>
  );
}
