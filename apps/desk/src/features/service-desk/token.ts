import type { LookViewFragment } from '../../generated/desk.ts';

export type Taxpayer = LookViewFragment['taxpayer'];
export type DeskToken = Taxpayer['tokens'][number];
export type DeskMessage = DeskToken['messages'][number];
export type DeskEvent = DeskMessage['timeline'][number];
export type Channel = DeskMessage['channel'];

/** Whether a message may still move, so that waiting has a point. */
export function isTravelling({ state }: Pick<DeskMessage, 'state'>): boolean {
  return state === 'QUEUED' || state === 'SENT_ON' || state === 'LATE';
}

/** A token has no id here, and needs none: its reference and its time name it on the screen. */
export function keyOf({ reference, issuedAt }: Pick<DeskToken, 'reference' | 'issuedAt'>): string {
  return `${reference} ${issuedAt}`;
}

/**
 * What the call is about, and what came before: every code that still counts, or, where none does, the newest one.
 */
export function split(tokens: readonly DeskToken[]): { current: DeskToken[]; earlier: DeskToken[] } {
  const open = tokens.filter(({ state }) => state === 'OPEN');
  const current = open.length > 0 ? open : tokens.slice(0, 1);
  return { current, earlier: tokens.filter((token) => !current.includes(token)) };
}
