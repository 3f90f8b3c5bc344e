import type { ErrorCode } from '../generated/desk.ts';

/** Tells a refusal from what was asked for, by its code, never by type name. */
export function isRefusal<Result extends object>(
  result: Result,
): result is Extract<Result, { code: ErrorCode; message: string }> {
  return 'code' in result;
}
