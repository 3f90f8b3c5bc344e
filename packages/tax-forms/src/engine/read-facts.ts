import { error, type FormFinding } from './findings.ts';
import type { Facts, FieldSpec } from './form.ts';
import { isReliefStatus, type ReliefStatus } from './personal-relief.ts';
import { type Rupiah, readAmount } from './rupiah.ts';

/** The answers that could be read, defaults filled in, and what is wrong with the others. */
export interface ReadFacts {
  amounts: ReadonlyMap<string, Rupiah>;
  statuses: ReadonlyMap<string, ReliefStatus>;
  findings: FormFinding[];
}

/** Nobody is helped by a longer list of fields that do not exist. */
const MOST_UNKNOWN_FIELDS = 10;

/** Reads a return's answers by the form's fields; findings come in the order of the form, unknown fields last. */
export function readFacts(fields: readonly FieldSpec[], facts: Facts): ReadFacts {
  const amounts = new Map<string, Rupiah>();
  const statuses = new Map<string, ReliefStatus>();
  const findings: FormFinding[] = [];
  for (const { code, kind, default: fallback } of fields) {
    const text = answerTo(code, facts) ?? fallback;
    if (text === undefined) {
      findings.push(error(code, 'MISSING'));
    } else if (kind === 'ptkp') {
      if (isReliefStatus(text)) statuses.set(code, text);
      else findings.push(error(code, 'NOT_A_STATUS'));
    } else {
      const amount = readAmount(text);
      if (typeof amount === 'bigint') amounts.set(code, amount);
      else findings.push(error(code, amount));
    }
  }
  return { amounts, statuses, findings: [...findings, ...unknownFields(fields, facts)] };
}

/** What was answered; undefined if nothing was. */
export function answerTo(code: string, facts: Facts): string | undefined {
  const text = Object.hasOwn(facts, code) ? facts[code] : undefined;
  return text === '' ? undefined : text;
}

function unknownFields(fields: readonly FieldSpec[], facts: Facts): FormFinding[] {
  const known = new Set(fields.map(({ code }) => code));
  return Object.keys(facts)
    .filter((code) => !known.has(code))
    .slice(0, MOST_UNKNOWN_FIELDS)
    .map((code) => error(code, 'UNKNOWN_FIELD'));
}
