import { npwp15 } from './numbers.ts';
import type { Slip1721A1 } from './person.ts';

type Employer = Slip1721A1['withholder'];

const employer = (name: string, serial: string, kppCode: string): Employer => ({
  name,
  npwp: npwp15('02', serial, kppCode),
});

export const EMPLOYERS = {
  tenun: employer('CV Tenun Anggrek', '418207', '423'),
  bahari: employer('PT Bahari Nusa Logistik', '530914', '613'),
  rotan: employer('PT Rotan Jaya Mebel', '271846', '526'),
  melati: employer('Yayasan Pendidikan Melati', '664073', '541'),
  kopi: employer('PT Kopi Gunung Sejahtera', '195528', '112'),
  surya: employer('PT Surya Cahaya Retail', '387610', '017'),
} satisfies Record<string, Employer>;

const RELIEF_SINGLE = 54_000_000;
const RELIEF_PER_HEAD = 4_500_000;
const FIRST_BAND = 0.05;

/**
 * A slip whose deductions are the occupational allowance alone (5 %, at most 6 million; PMK-250/PMK.03/2008).
 * Withheld is what is due on it, unless given. Good for the first band of article 17 only, i.e. up to 60 million
 * taxable: enough for what is filed on a 1770 SS.
 */
export function slip(
  taxYear: number,
  withholder: Employer,
  ptkp: string,
  gross: number,
  withheld?: number,
): Slip1721A1 {
  const deductions = Math.min(Math.floor(gross / 20), 6_000_000);
  const due = dueOn(gross - deductions, ptkp);
  const serial = String((gross % 8_999_993) + taxYear).padStart(7, '0');
  return {
    taxYear,
    number: `1.1-12.${String(taxYear).slice(2)}-${serial}`,
    withholder,
    ptkp,
    boxes: { gross8: String(gross), deductions11: String(deductions), withheld20: String(withheld ?? due) },
  };
}

function dueOn(net: number, ptkp: string): number {
  const [status, dependants] = ptkp.split('/');
  const heads = (status === 'K' ? 1 : 0) + Number(dependants);
  const taxable = Math.floor(Math.max(0, net - RELIEF_SINGLE - heads * RELIEF_PER_HEAD) / 1000) * 1000;
  return taxable * FIRST_BAND;
}
