import { useTexts } from '../../lib/locale.ts';
import { serviceDesk as en } from '../../locales/en/service-desk.ts';
import { serviceDesk as id, type ServiceDeskTexts } from '../../locales/id/service-desk.ts';
import type { Cause } from './moves.ts';
import type { DeskToken } from './token.ts';

/** What a code is for; one that confirms an address says which. */
export function purposeOf({ purpose, messages }: DeskToken, { token: t }: ServiceDeskTexts): string {
  return purpose === 'CONFIRM_CHANNEL' ? t.confirms[messages[0]?.channel ?? 'EMAIL'] : t.purpose[purpose];
}

/** "Gmail menunda: terlalu banyak pesan sekaligus" */
export function becauseOf(
  { via, how, reason }: Cause,
  { station: t, reason: reasons }: ServiceDeskTexts,
): string {
  return reason === null ? t.how[how](via) : `${t.how[how](via)}: ${reasons[reason]}`;
}

/** This feature's words in both languages. */
export const deskTexts = { id, en };

/** This feature's words in the language of the switch. */
export function useDeskTexts(): ServiceDeskTexts {
  return useTexts(deskTexts);
}
