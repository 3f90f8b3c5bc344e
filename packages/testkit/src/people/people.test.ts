import {
  parseEfin,
  parseEmail,
  parseNik,
  parseNpwp15,
  parsePhone,
  parseTaxpayerIdentifier,
  taxOfficeName,
} from '@sampai/identifiers';
import { expect, test } from 'vitest';
import { morePeople, SHARED_PASSWORD } from './more-people.ts';
import { people } from './people.ts';
import type { Person } from './person.ts';

function expectSound(person: Person) {
  expect(parseTaxpayerIdentifier(person.identifier), person.id).toMatchObject({
    ok: true,
    value: { canonical: person.identifier, kind: person.kind === 'company' ? 'npwp' : 'nik' },
  });
  expect(parseNpwp15(person.npwp15), person.id).toMatchObject({
    ok: true,
    value: { kppCode: person.kppCode },
  });
  expect(taxOfficeName(person.kppCode), person.id).toBeDefined();
  expect(parseEfin(person.efin).ok, person.id).toBe(true);
  expect(person.email === undefined || parseEmail(person.email).ok, person.id).toBe(true);
  expect(person.phone === undefined || parsePhone(person.phone), person.id).toSatisfy(
    (p) => p === true || (p.ok && p.value.e164 === person.phone),
  );
  expect(person.email ?? person.phone, person.id).toBeDefined();
  expect(person.password !== undefined, person.id).toBe(person.efinState === 'activated');
  if (person.nik) expect(parseNik(person.nik).ok, person.id).toBe(true);
  for (const { number, withholder, boxes, taxYear } of person.slips) {
    expect(number).toMatch(new RegExp(`^1\\.1-1[12]\\.${String(taxYear).slice(2)}-\\d{7}$`));
    expect(parseNpwp15(withholder.npwp).ok, withholder.name).toBe(true);
    for (const amount of Object.values(boxes)) expect(amount).toMatch(/^\d+$/);
  }
}

const byId = (id: string) => people().find((p) => p.id === id);
const operators = (many: Person[]) =>
  new Set(
    many
      .flatMap((p) => (p.phone === undefined ? [] : [parsePhone(p.phone)]))
      .map((p) => p.ok && p.value.operator),
  );

test('everybody has numbers that check, a real office, and a way to be reached', () => {
  for (const person of people()) expectSound(person);
  for (const key of ['id', 'identifier', 'npwp15', 'efin'] as const) {
    expect(new Set(people().map((p) => p[key])).size, key).toBe(people().length);
  }
});

test('the stories the portal must serve are all there', () => {
  const all = people();
  expect(all.length).toBeGreaterThanOrEqual(15);
  expect(all.filter((p) => p.kind === 'company')).toHaveLength(1);
  for (const state of ['fresh', 'expired', 'activated'])
    expect(all.some((p) => p.efinState === state)).toBe(true);
  expect(all.some((p) => p.phone === undefined) && all.some((p) => p.email === undefined)).toBe(true);
  expect(operators(all)).toEqual(new Set(['TELKOMSEL', 'INDOSAT', 'XL', 'AXIS', 'TRI', 'SMARTFREN']));
  const domains = new Set(all.map((p) => p.email?.split('@')[1]?.split('.')[0]));
  for (const provider of ['gmail', 'yahoo', 'outlook', 'warungdewi']) expect(domains).toContain(provider);
  expect(all.filter((p) => p.secondFactor)).toHaveLength(1);
  expect(new Set(all.flatMap((p) => p.slips.map((s) => s.taxYear)))).toEqual(
    new Set([2021, 2022, 2023, 2024]),
  );
  for (const { story } of all) expect(story.id && story.en).toBeTruthy();
});

test('slips lead to nil, underpaid, overpaid, to the very limit and beyond it', () => {
  const boxes = (id: string) => byId(id)?.slips.at(-1)?.boxes;
  expect(boxes('budi')).toEqual({ gross8: '48000000', deductions11: '2400000', withheld20: '0' });
  expect(boxes('rina')).toEqual({ gross8: '58000000', deductions11: '2900000', withheld20: '25000' });
  expect(boxes('lina')).toMatchObject({ withheld20: '45000' });
  expect(boxes('putri')).toEqual({ gross8: '60000000', deductions11: '3000000', withheld20: '150000' });
  expect(boxes('bambang')).toEqual({ gross8: '84000000', deductions11: '4200000', withheld20: '840000' });
  expect(byId('eko')?.slips.filter((s) => s.taxYear === 2024)).toHaveLength(2);
});

test('more people are the same for the same seed, and a longer row begins with the shorter one', () => {
  expect(morePeople(50, 7)).toEqual(morePeople(200, 7).slice(0, 50));
  expect(morePeople(5, 7)).not.toEqual(morePeople(5, 8));
  for (const person of morePeople(300, 1)) expectSound(person);
});

test('20,000 people share nothing but the password, and have no number or mailbox twice', () => {
  const many = morePeople(20_000, 3);
  for (const key of ['id', 'identifier', 'npwp15', 'efin', 'phone', 'email'] as const) {
    const values = many.map((p) => p[key]).filter((v) => v !== undefined);
    expect(new Set(values).size, key).toBe(values.length);
  }
  expect(new Set(many.map((p) => p.password))).toEqual(new Set([SHARED_PASSWORD, undefined]));
});
