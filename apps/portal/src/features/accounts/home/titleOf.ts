import type { AccountsTexts } from '../../../locales/id/accounts.ts';
import type { HomeReturn } from './openWork.ts';

/** "SPT Tahunan 2024 · Pembetulan ke-1", "Masa 4/2024". */
export function titleOf({ taxYear, taxMonth, amendment }: HomeReturn, t: AccountsTexts['home']): string {
  const name = taxMonth === null ? t.annual(taxYear) : t.month(taxMonth, taxYear);
  return amendment === 0 ? name : `${name} · ${t.amendment(amendment)}`;
}
