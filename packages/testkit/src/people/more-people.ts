import { type Chance, makeChance } from './chance.ts';
import { EMPLOYERS, slip } from './employers.ts';
import { nik, npwp15 } from './numbers.ts';
import { people } from './people.ts';
import type { Person } from './person.ts';

/** One password for all of them, so that whoever loads them needs to hash it only once. */
export const SHARED_PASSWORD = 'Sampai-Bersama-2024';

const WOMEN = [
  'Ayu',
  'Citra',
  'Dian',
  'Fitri',
  'Indah',
  'Kartika',
  'Laras',
  'Mega',
  'Ratna',
  'Sri',
  'Tuti',
  'Wulan',
] as const;
const MEN = [
  'Adi',
  'Bayu',
  'Cahyo',
  'Dimas',
  'Fajar',
  'Gilang',
  'Irfan',
  'Krisna',
  'Rizky',
  'Slamet',
  'Teguh',
  'Wahyu',
] as const;
const FAMILY = [
  'Hidayat',
  'Kurniawan',
  'Lubis',
  'Nasution',
  'Pratama',
  'Saputra',
  'Setiawan',
  'Siregar',
  'Sitompul',
  'Suryadi',
  'Utami',
  'Wibowo',
] as const;
// Districts with the office that serves them.
const HOMES = [
  ['317404', '017'],
  ['317101', '021'],
  ['327308', '423'],
  ['327312', '424'],
  ['337205', '526'],
  ['337403', '508'],
  ['347110', '541'],
  ['357815', '613'],
  ['127107', '124'],
  ['167107', '307'],
  ['517103', '903'],
  ['737106', '805'],
] as const;
// Shares of mailboxes and of numbers roughly as they are among taxpayers; Smartfren is a carrier not live yet.
const DOMAINS = { 'gmail.com': 70, 'yahoo.com': 8, 'yahoo.co.id': 6, 'outlook.com': 6, own: 6, none: 4 };
const PREFIXES = {
  '812': 30,
  '821': 15,
  '856': 14,
  '815': 8,
  '878': 10,
  '817': 6,
  '838': 5,
  '895': 7,
  '881': 3,
  none: 2,
};
const PTKP = { 'TK/0': 52, 'K/0': 12, 'K/1': 14, 'K/2': 13, 'K/3': 9 };

/**
 * `n` more people, the same for the same seed; a larger `n` only adds to the row. Four of five are activated with
 * SHARED_PASSWORD, the others hold a fresh e-FIN; each has a slip for 2024 below 60 million. No identifier, NPWP,
 * e-FIN, number or mailbox comes twice, nor is one of `people()`.
 */
export function morePeople(n: number, seed: number): Person[] {
  const chance = makeChance(seed);
  const taken = new Set(
    people().flatMap((p) => [p.identifier, p.npwp15, p.efin, p.phone ?? '', p.email ?? '']),
  );
  const unique = (make: () => string) => {
    let value = make();
    while (taken.has(value)) value = make();
    taken.add(value);
    return value;
  };
  return Array.from({ length: n }, (_, i) => onePerson(i, seed, chance, unique));
}

function onePerson(i: number, seed: number, chance: Chance, unique: (make: () => string) => string): Person {
  const sex = chance.pick(['M', 'F']);
  const first = chance.pick(sex === 'F' ? WOMEN : MEN);
  const last = chance.pick(FAMILY);
  const [region, kppCode] = chance.pick(HOMES);
  const identifier = unique(() => nik(region, birthDate(chance), sex, 1 + chance.below(9998)));
  const number = `${seed}-${String(i + 1).padStart(6, '0')}`;
  const domain = chance.weighted(DOMAINS);
  const prefix = chance.weighted(PREFIXES);
  // A number that can be drawn twice would tie two people to one phone: eight digits leave room for 100,000.
  const phone = prefix === 'none' ? undefined : unique(() => `+62${prefix}${chance.digits(8)}`);
  // Nobody can be without both: there would be no way to reach them.
  const mailDomain = domain === 'none' && phone === undefined ? 'gmail.com' : domain;
  const local = `${first}.${last}.contoh-${number}`.toLowerCase();
  const activated = chance.below(5) > 0;
  const ptkp = chance.weighted(PTKP);
  return {
    id: `p-${number}`,
    kind: 'individual',
    name: `${first} ${last}`,
    nik: identifier,
    npwp15: unique(() =>
      npwp15(`8${chance.below(10)}`, String(1 + chance.below(999_999)).padStart(6, '0'), kppCode),
    ),
    kppCode,
    identifier,
    efin: unique(() => chance.digits(10)),
    efinState: activated ? 'activated' : 'fresh',
    ...(activated && { password: SHARED_PASSWORD }),
    ...(mailDomain !== 'none' && {
      email: mailDomain === 'own' ? `pajak@${local}.example` : `${local}@${mailDomain}`,
    }),
    ...(phone !== undefined && { phone }),
    story: { id: 'Satu dari banyak.', en: 'One of many.' },
    slips: [
      {
        ...slip(2024, chance.pick(WORK), ptkp, 30_000_000 + chance.below(300) * 100_000),
        // Of November, so that no slip of people() has the same number.
        number: `1.1-11.24-${String(i + 1).padStart(7, '0')}`,
      },
    ],
    ptkp,
  };
}

const { tenun, ...others } = EMPLOYERS;
const WORK = [tenun, ...Object.values(others)] as const;

function birthDate(chance: Chance): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${1960 + chance.below(44)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
}
