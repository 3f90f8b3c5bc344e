import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const PAGE = new URL('../page/', import.meta.url);

// A list, not a folder: nothing outside it can be asked for.
const FILES: Record<string, { file: () => URL; type: string }> = {
  '/': { file: () => new URL('index.html', PAGE), type: 'text/html; charset=utf-8' },
  '/page.css': { file: () => new URL('page.css', PAGE), type: 'text/css; charset=utf-8' },
  '/page.js': { file: () => new URL('page.js', PAGE), type: 'text/javascript; charset=utf-8' },
  '/words.js': { file: () => new URL('words.js', PAGE), type: 'text/javascript; charset=utf-8' },
  '/parts.js': { file: () => new URL('parts.js', PAGE), type: 'text/javascript; charset=utf-8' },
  '/faults.js': { file: () => new URL('faults.js', PAGE), type: 'text/javascript; charset=utf-8' },
  '/icon.svg': { file: () => new URL('icon.svg', PAGE), type: 'image/svg+xml' },
  '/font.woff2': {
    file: () =>
      new URL(
        import.meta.resolve(
          '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
        ),
      ),
    type: 'font/woff2',
  },
};

/** A file of the page, or undefined. */
export async function pageFile(path: string): Promise<{ type: string; content: Buffer } | undefined> {
  const entry = FILES[path];
  return entry && { type: entry.type, content: await readFile(fileURLToPath(entry.file())) };
}
