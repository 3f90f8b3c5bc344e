import type { Computation, FormFinding } from '@sampai/tax-forms';
import { rupiah } from '../../../lib/format.ts';
import type { FieldCode, FilingTexts } from '../../../locales/id/filing.ts';

export type Section = 'A' | 'B' | 'C';

const sectionOfField: Record<FieldCode, Section> = {
  ...{ A1: 'A', A2: 'A', ptkp: 'A', A6: 'A' },
  ...{ B8: 'B', B9: 'B', B10: 'B' },
  ...{ C11: 'C', C12: 'C' },
};
const screenOfSection = { A: 'income', B: 'final-income', C: 'assets' } as const;

/** Whether a code names a field that the screens show. */
export function isField(code: string): code is FieldCode {
  return Object.hasOwn(sectionOfField, code);
}

/** The screen where a field is asked. */
export function screenOf(field: FieldCode) {
  return screenOfSection[sectionOfField[field]];
}

export function fieldsOf(section: Section): FieldCode[] {
  return (Object.keys(sectionOfField) as FieldCode[]).filter((field) => sectionOfField[field] === section);
}

/** id of a field's control, so that summaries can link to it. */
export const idOf = (field: string): string => `field-${field}`;

/** The sentence of a finding in the language of `t`. */
export function sentenceOf({ field, code, data }: FormFinding, t: FilingTexts): string {
  const form = data?.form ?? '';
  const names: Record<string, string> = t.form;
  return t.findings[code]({
    field: isField(field) ? t.field[field].short : field,
    limit: data?.limit === undefined ? '' : rupiah(data.limit),
    form: names[form] ?? form,
  });
}

export type FieldFindings = { error: string | undefined; warning: string | undefined };

/**
 * What is said at a field while somebody works on it. That it is empty is not said before they wanted to go on:
 * nobody is told off for a page they have just opened.
 */
export function findingsAt(
  { findings }: Computation,
  field: FieldCode,
  t: FilingTexts,
  isAsked: boolean,
): FieldFindings {
  const first = (severity: FormFinding['severity']) => {
    const found = findings.find(
      (each) => each.field === field && each.severity === severity && (isAsked || each.code !== 'MISSING'),
    );
    return found && sentenceOf(found, t);
  };
  return { error: first('ERROR'), warning: first('WARNING') };
}

/** What stops a section, for the summary above it: each names its field. */
export function faultsIn({ findings }: Computation, section: Section, t: FilingTexts) {
  return findings
    .filter(
      ({ field, severity }) => severity === 'ERROR' && isField(field) && sectionOfField[field] === section,
    )
    .map((finding) => ({ fieldId: idOf(finding.field), message: sentenceOf(finding, t) }));
}
