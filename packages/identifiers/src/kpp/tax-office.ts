import codes from './codes.json' with { type: 'json' };

/**
 * Names of the tax offices (KPP) by their code of three digits, as they stood in 2015: that is what the codes
 * inside older taxpayer numbers refer to. Many offices were merged and renamed in 2021 (PMK-184/PMK.01/2020).
 */
const NAMES = new Map(Object.entries(codes));

/** The name of a tax office by its code of three digits (`"091"`); undefined if no office had that code. */
export function taxOfficeName(code: string): string | undefined {
  return NAMES.get(code);
}

/** Every code of three digits that an office had. */
export const TAX_OFFICE_CODES: readonly string[] = [...NAMES.keys()].sort();
