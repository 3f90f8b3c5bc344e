const ORIGIN_BOUND = /^@\S+ #(\d{6})(?:\s|$)/m;
// Six digits that stand alone: not part of a longer number, an amount, a date or a receipt number.
const STANDING_ALONE = /(?<![\d.,/#-])\d{6}(?![.,/-]?\d)/;

/**
 * The six-digit code a person would read from a message, or null. The origin-bound line (`@host #code`) wins,
 * since nothing else in a message can look like it.
 */
export function codeIn(text: string, subject = ''): string | null {
  return (
    ORIGIN_BOUND.exec(text)?.[1] ??
    STANDING_ALONE.exec(text)?.[0] ??
    STANDING_ALONE.exec(subject)?.[0] ??
    null
  );
}
