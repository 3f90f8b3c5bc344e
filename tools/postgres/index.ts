import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { explainOutput, Refusal } from '../lib/refusal.ts';
import { embeddedBinaries } from './binaries.ts';
import { ensureCluster, readPassword, runAs, SUPERUSER } from './cluster.ts';
import { handOver, leaveSharedHome, reachableDataDir, runnableBinaries } from './home.ts';
import { databaseUser } from './os-user.ts';
import { livePort } from './postmaster.ts';

export { ensureDatabase } from './databases.ts';

export type PostgresWish = {
  /** Folder of the data; moved below /var/lib when root's database user could not reach it. */
  dataDir: string;
  /** Where to listen on 127.0.0.1. A server that already runs on this folder keeps its own port. */
  port: number;
  /** Server settings, such as `{ fsync: 'off' }` for data that nobody will miss. */
  settings?: Record<string, string>;
};

export type Postgres = {
  port: number;
  dataDir: string;
  /** True when a server already ran on this folder: left by a launcher that was killed. */
  reused: boolean;
  /** Connection string of the superuser for one database. Holds the password: for environments, not for logs. */
  url(database: string): string;
  /** Stops the server, whoever started it; waits until it has. */
  stop(): void;
};

/** Starts PostgreSQL on a data directory, made on first use, or takes over the one that runs there. */
export async function startPostgres(wish: PostgresWish): Promise<Postgres> {
  const place = settle(wish.dataDir);
  ensureCluster(place.dataDir, place.binaries, place.user);
  const running = await livePort(place.dataDir, place.urlAt);
  if (running) return server(place, running, true);
  try {
    start(place, wish);
  } catch (error) {
    const other = await livePort(place.dataDir, place.urlAt); // two started at once: the other one won
    if (other) return server(place, other, true);
    throw error;
  }
  return server(place, wish.port, false);
}

/** The server that runs on this folder, if any; starts nothing and makes nothing. */
export async function findPostgres(dataDir: string): Promise<Postgres | undefined> {
  const place = settle(dataDir);
  try {
    readPassword(place.dataDir);
  } catch {
    return undefined; // never made
  }
  const port = await livePort(place.dataDir, place.urlAt);
  return port ? server(place, port, true) : undefined;
}

/** Stops what runs on this folder and removes its data. */
export async function removePostgres(dataDir: string): Promise<void> {
  (await findPostgres(dataDir))?.stop();
  const place = settle(dataDir);
  for (const folder of [place.dataDir, place.logFolder]) rmSync(folder, { recursive: true, force: true });
  if (place.dataDir !== dataDir) leaveSharedHome();
}

/** The folder outside the repository that this data and the programs for it stand in; undefined where they stand in it. */
export function placeElsewhere(dataDir: string): string | undefined {
  const reachable = reachableDataDir(dataDir, databaseUser());
  return reachable === dataDir ? undefined : path.dirname(reachable);
}

function settle(wanted: string) {
  const user = databaseUser();
  const dataDir = reachableDataDir(wanted, user);
  const binaries = runnableBinaries(embeddedBinaries(), user);
  const urlAt = (port: number, database = 'postgres') =>
    `postgresql://${SUPERUSER}:${readPassword(dataDir)}@127.0.0.1:${port}/${database}`;
  return { user, dataDir, binaries, urlAt, logFolder: `${dataDir}.log` };
}
type Place = ReturnType<typeof settle>;

function server(place: Place, port: number, reused: boolean): Postgres {
  const stop = () =>
    runAs(place.user, place.binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', place.dataDir]);
  return { port, reused, dataDir: place.dataDir, url: (database) => place.urlAt(port, database), stop };
}

function start(place: Place, wish: PostgresWish): void {
  handOver(place.logFolder, place.user);
  const log = `${place.logFolder}/server.log`;
  rmSync(log, { force: true });
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...wish.settings,
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  try {
    const args = [
      'start',
      '-w',
      '-t',
      '60',
      '-D',
      place.dataDir,
      '-l',
      log,
      '-o',
      `-p ${wish.port} ${options.join(' ')}`,
    ];
    runAs(place.user, place.binaries.pgCtl, args);
  } catch (error) {
    throw new Refusal(whyNot(log, wish.port), { cause: error });
  }
}

function whyNot(log: string, port: number): string {
  let said = '';
  try {
    said = readFileSync(log, 'utf8');
  } catch {
    // it did not come as far as its log
  }
  if (/Address already in use/.test(said))
    return `PG_PORT ${port} is taken: set another one, or leave it unset.`;
  return (
    explainOutput(said) ??
    `PostgreSQL did not start. Its log, ${log}, ends: ${said.trim().split('\n').slice(-3).join(' ')}`
  );
}
