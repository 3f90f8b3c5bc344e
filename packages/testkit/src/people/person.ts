/** A withholding slip 1721-A1, as an employer hands it out in January. Amounts are whole rupiah in digits. */
export type Slip1721A1 = {
  /** 2021 to 2024. */
  taxYear: number;
  /** `1.1-mm.yy-nnnnnnn`. */
  number: string;
  /** `npwp`: 15 digits. */
  withholder: { name: string; npwp: string };
  /** As on the slip: `TK/0`, `K/2`. */
  ptkp: string;
  boxes: {
    /** Box 8, gross income. */
    gross8: string;
    /** Box 11, deductions. */
    deductions11: string;
    /** Box 20, tax withheld. */
    withheld20: string;
  };
};

/** Somebody to try the portal with. Invented: name, numbers and addresses are nobody's. */
export type Person = {
  /** Stable, for tests: `budi`. */
  id: string;
  kind: 'individual' | 'company';
  name: string;
  /** 16 digits; individuals only. */
  nik?: string;
  /** 15 digits, with the code of the tax office in it. */
  npwp15: string;
  kppCode: string;
  /** What to sign in with, 16 digits: the NIK, or for a company 0 and its 15 digits. */
  identifier: string;
  /** 10 digits. */
  efin: string;
  /** `fresh`: issued lately, to be activated. `expired`: issued more than 30 days ago and never used. */
  efinState: 'fresh' | 'expired' | 'activated';
  /** Only where `efinState` is `activated`. */
  password?: string;
  email?: string;
  /** E.164. */
  phone?: string;
  /** A code is asked for at sign-in, by this channel. */
  secondFactor?: 'EMAIL' | 'SMS';
  story: { id: string; en: string };
  slips: Slip1721A1[];
  /** Marital status and dependants at the start of the year (`K/2`); individuals only. */
  ptkp?: string;
};
