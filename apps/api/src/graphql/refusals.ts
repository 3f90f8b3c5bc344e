import type { ErrorCode, Refusal } from '#generated/graphql';

export type RefusalParent = { __typename: 'Refusal' } & Pick<Refusal, 'code' | 'field' | 'until'> &
  Partial<Pick<Refusal, 'reason'>>;

/** A refusal as a resolver returns it; its sentence is added by the type's resolver, in the caller's language. */
export const refusal = (
  code: string,
  more: { field?: string | null | undefined; until?: Date | null | undefined } = {},
): RefusalParent => ({
  __typename: 'Refusal',
  code: code as ErrorCode,
  field: more.field ?? null,
  until: more.until ?? null,
});

/** Ids are ours and short; anything else is nobody's. */
export const isId = (value: string): boolean => /^[\w-]{1,64}$/.test(value);
/** A uuid, as PostgreSQL takes it without complaint. */
export const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
