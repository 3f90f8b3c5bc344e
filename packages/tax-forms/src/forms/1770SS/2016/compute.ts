import { error, type FormFinding, warning } from '../../../engine/findings.ts';
import type { Computation, Facts, Outcome } from '../../../engine/form.ts';
import { incomeTax, taxableIncome } from '../../../engine/income-tax.ts';
import { partsOfStatus, personalRelief } from '../../../engine/personal-relief.ts';
import { type ReadFacts, readFacts } from '../../../engine/read-facts.ts';
import type { Rupiah } from '../../../engine/rupiah.ts';
import { SHORT_FORM_GROSS_LIMIT } from '../../../engine/thresholds.ts';
import { FIELDS } from './fields.ts';

/** Boxes 3 to 7: relief by status, taxable income, tax by the year's tariff, and the difference to what was withheld. */
export function compute(facts: Facts, taxYear: number): Computation {
  const read = readFacts(FIELDS, facts);
  const findings = [...read.findings, ...contradictions(read.amounts)];
  const status = read.statuses.get('ptkp');
  if (status === undefined) return { figures: {}, findings, outcome: null, balance: null };
  const { marital, dependants } = partsOfStatus(status);
  const relief = personalRelief(marital, dependants, taxYear);
  const [gross, deductions, withheld] = ['A1', 'A2', 'A6'].map((code) => read.amounts.get(code));
  if (gross === undefined || deductions === undefined || withheld === undefined) {
    return { figures: asFacts({ A3: relief }), findings, outcome: null, balance: null };
  }
  const taxed = taxableIncome(gross - deductions - relief);
  const tax = incomeTax(taxed, taxYear);
  const balance = tax - withheld;
  const figures = asFacts({ A3: relief, A4: taxed, A5: tax, A7: balance });
  return { figures, findings, outcome: outcomeOf(balance), balance };
}

function contradictions(amounts: ReadFacts['amounts']): FormFinding[] {
  const above = (code: string, other: string) => {
    const [amount, bound] = [amounts.get(code), amounts.get(other)];
    return amount !== undefined && bound !== undefined && amount > bound;
  };
  const findings: FormFinding[] = [];
  if ((amounts.get('A1') ?? 0n) > SHORT_FORM_GROSS_LIMIT) {
    findings.push(
      error('A1', 'GROSS_ABOVE_LIMIT', { limit: SHORT_FORM_GROSS_LIMIT.toString(), form: '1770S' }),
    );
  }
  if (above('A2', 'A1')) findings.push(warning('A2', 'DEDUCTIONS_ABOVE_GROSS'));
  if (above('A6', 'A1')) findings.push(warning('A6', 'WITHHELD_ABOVE_GROSS'));
  if (above('B9', 'B8')) findings.push(warning('B9', 'FINAL_TAX_ABOVE_BASE'));
  return findings;
}

function outcomeOf(balance: Rupiah): Outcome {
  if (balance === 0n) return 'NIL';
  return balance > 0n ? 'UNDERPAID' : 'OVERPAID';
}

function asFacts(amounts: Record<string, Rupiah>): Facts {
  return Object.fromEntries(Object.entries(amounts).map(([code, amount]) => [code, amount.toString()]));
}
