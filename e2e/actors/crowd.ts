import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Person } from '@sampai/testkit';
import type { PostOffice } from './postOffice.ts';

/** Whom a journey needs. */
export type Wanted = (person: Person) => boolean;

const reachable: Wanted = ({ phone, email }) => phone !== undefined && email !== undefined;
export const newcomer: Wanted = (person) => person.efinState === 'fresh' && reachable(person);
export const activated: Wanted = (person) => person.efinState === 'activated' && reachable(person);
/** Whose number is with a carrier that is live and asks nothing for an SMS. */
export const freeSms: Wanted = ({ phone = '' }) => !/^\+62(88|89)/.test(phone);
/** Whose number is with a carrier that takes a price for an SMS. */
export const pricedSms: Wanted = ({ phone = '' }) => /^\+6289[5-9]/.test(phone);

/**
 * Hands out people nobody else plays: the many whom the seed made besides those with stories. Journeys run side by side
 * in several processes, so a person is claimed by making a folder of their name, which only one can. Playwright empties
 * its output folder at the start of a run.
 */
export function makeCrowd(postOffice: PostOffice, outputDir: string) {
  const claims = path.join(outputDir, 'claims');
  mkdirSync(claims, { recursive: true });

  const claim = ({ id }: Person): boolean => {
    try {
      mkdirSync(path.join(claims, id));
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === 'EEXIST') return false;
      throw error;
    }
  };

  return async (...wanted: Wanted[]): Promise<Person> => {
    const many = (await postOffice.people()).filter(({ id }) => id.startsWith('p-'));
    const found = many.find((person) => wanted.every((is) => is(person)) && claim(person));
    if (!found) throw new Error(`nobody of ${many.length} people is left who would fit: seed more`);
    return found;
  };
}

export type Crowd = ReturnType<typeof makeCrowd>;
