/** Which server and database an engine process works on. */
export type Target = {
  server: { host: string; port: number; user: string; password: string };
  database: string;
  schema: string | undefined;
};

export type Request =
  | { kind: 'version' }
  | { kind: 'command'; command: string; target: Target }
  | { kind: 'serve'; schemaFiles: string[]; target: Target };

/** Reads the command line that the prisma CLI gives its engine. Unknown options carry one value, which is skipped. */
export function parseArguments(args: string[]): Request {
  const rest = [...args];
  const schemaFiles: string[] = [];
  let url = '';
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--version') return { kind: 'version' };
    if (arg === 'cli') return { kind: 'command', command: rest.shift() ?? '', target: parseTarget(url) };
    const value = rest.shift() ?? '';
    if (arg === '--datamodels') schemaFiles.push(value);
    if (arg === '--datasource') url = (JSON.parse(value) as { url?: string }).url ?? '';
  }
  return { kind: 'serve', schemaFiles, target: parseTarget(url) };
}

/**
 * Server and database stand apart on purpose: given a connection string, `pg` lets it override `database`, and the
 * shadow migrations would run against the real database.
 */
function parseTarget(url: string): Target {
  const at = new URL(url || 'postgresql://localhost/none');
  return {
    server: {
      host: decodeURIComponent(at.hostname),
      port: Number(at.port || 5432),
      user: decodeURIComponent(at.username),
      password: decodeURIComponent(at.password),
    },
    database: decodeURIComponent(at.pathname.slice(1)),
    schema: at.searchParams.get('schema') ?? undefined,
  };
}
