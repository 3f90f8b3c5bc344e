import { readdirSync, writeFileSync } from 'node:fs';

const forms = new URL('./src/forms/', import.meta.url);
const foldersOf = (folder: URL): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** The text of the registry: one import for every folder `src/forms/<code>/<first tax year>`. */
export function editionsModule(): string {
  const editions = foldersOf(forms).flatMap((code) =>
    foldersOf(new URL(`${code}/`, forms)).map((year) => ({
      name: `form${code}of${year}`,
      path: `./${code}/${year}/index.ts`,
    })),
  );
  return [
    '// Made by generate-editions.ts from the folders here; do not edit.',
    "import type { FormEdition } from '../engine/form.ts';",
    ...editions.map(({ name, path }) => `import ${name} from '${path}';`),
    '',
    '/** Every edition of every form. */',
    `export const EDITIONS: readonly FormEdition[] = [${editions.map(({ name }) => name).join(', ')}];`,
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(new URL('editions.gen.ts', forms), editionsModule());
