import { readFile } from 'node:fs/promises';

/**
 * The seed's list of people, read afresh so that a later seed shows at once. Empty while no seed has run, and when
 * the file cannot be read as a list. `limit`: the first so many, everybody when left out.
 */
export async function peopleIn(file: string | undefined, limit?: number): Promise<unknown[]> {
  if (file === undefined) return [];
  try {
    const people: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(people) ? people.slice(0, limit) : [];
  } catch {
    return [];
  }
}
