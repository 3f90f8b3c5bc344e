import { scalars } from './scalars.ts';
import type { Locale, Sentences } from './sentences.ts';

type Speaking = { caller: { locale: Locale } };
type Parent = { code: string; field?: string | null; message?: string };

/** Scalars, and the sentence of every error type that implements UserError. */
export function baseResolvers(sentences: Sentences, errorTypes: string[]) {
  const message = (parent: Parent, _: unknown, { caller }: Speaking) =>
    parent.message ?? sentences(parent.code, caller.locale, parent.field);
  return { ...scalars, ...Object.fromEntries(errorTypes.map((type) => [type, { message }])) };
}
