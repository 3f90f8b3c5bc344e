import { defaultFieldResolver, type GraphQLSchema, getNamedType, isUnionType } from 'graphql';
import type { Context } from './context.ts';
import { refusal } from './refusals.ts';
import type { Locale } from './sentences.ts';

/** What works while the portal only reads: a draft that is being typed is kept, and nobody is held in (decision 006). */
const STILL_TAKEN = new Set(['saveReturn', 'signOut']);

type Maintenance = {
  /** Until when the portal only reads; null: it takes everything. */
  until(): Promise<Date | null>;
  sentence(locale: Locale, until: Date, isSignedIn: boolean): string;
};

/**
 * During maintenance every mutation answers MAINTENANCE and its end, before anything of it is looked at: no attempt is
 * counted and no code is spent. A mutation that could not say so is refused here, at the start.
 */
export function refuseDuringMaintenance(schema: GraphQLSchema, { until, sentence }: Maintenance): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (STILL_TAKEN.has(field.name)) continue;
    const type = getNamedType(field.type);
    if (!isUnionType(type) || !type.getTypes().some(({ name }) => name === 'Refusal'))
      throw new Error(
        `the mutation ${field.name} cannot answer MAINTENANCE: its result is no union with Refusal`,
      );
    const { resolve = defaultFieldResolver } = field;
    field.resolve = async (source, args, context: Context, info) => {
      const end = await until();
      if (!end) return resolve(source, args, context, info);
      const { locale, taxpayerId } = context.caller;
      return {
        ...refusal('MAINTENANCE', { until: end }),
        message: sentence(locale, end, taxpayerId !== null),
      };
    };
  }
}
