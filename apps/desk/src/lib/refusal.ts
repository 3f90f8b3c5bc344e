import type { ErrorCode } from '../generated/desk.ts';

/** What every refusal of the API says; `code` is for us, `message` for the agent, in the switch's language. */
export type Refusal = {
  code: ErrorCode;
  message: string;
  field?: string | null;
  until?: string | null;
};

/** Tells a refusal from what was asked for, by its code, never by type name. */
export function isRefusal<Result extends object>(
  result: Result,
): result is Extract<Result, { code: ErrorCode; message: string }> {
  return 'code' in result;
}
