import { rupiah } from '../../lib/format.ts';
import { useTexts } from '../../lib/locale.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';

/** The price in the button itself: nobody pays for what they did not see (R71). Null where none is known. */
export function Cost({ price }: { price: string | null }) {
  const t = useTexts({ id, en }).resend;
  if (price === null) return null;
  return <span className="font-normal">· {price === '0' ? t.free : t.price(rupiah(price))}</span>;
}
