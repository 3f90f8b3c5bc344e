import type { Undo } from '../lib/undo.ts';
import { type Stack, startStack } from '../stack/index.ts';
import { settingsApart } from '../stack/settings.ts';
import { makeTestFolder, removeTestFolder } from './folder.ts';

// Each journey takes a person of its own. One in five holds a fresh e-FIN, one in seven lacks phone or mailbox.
const MORE_PEOPLE = 400;

/** A whole Sampai on its own data and free ports, beside whatever else runs; gone when `undo` has run. */
export async function startTestStack(undo: Undo, name: string): Promise<Stack> {
  const folder = await makeTestFolder(name);
  undo.add(() => removeTestFolder(folder));
  return startStack({ settings: await settingsApart(folder), seed: true, morePeople: MORE_PEOPLE, undo });
}
