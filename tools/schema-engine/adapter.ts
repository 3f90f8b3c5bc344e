import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQueryable,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { Target } from './arguments.ts';
import { runAsAdmin } from './commands.ts';

const INTERNAL_CHAR = 18; // oid of "char", which PostgreSQL's catalogues use and adapter-pg refuses to read
const PADDED_CHAR = 1042; // oid of bpchar, which it reads as text

let charColumns: number[] = [];

/** Lets `"char"` columns through as text and remembers where they stood, so that their type can be put right. */
function acceptInternalChar(): void {
  type Field = { dataTypeID: number };
  const prototype = (pg as unknown as { Result: { prototype: { addFields(fields: Field[]): unknown } } })
    .Result.prototype;
  const addFields = prototype.addFields;
  prototype.addFields = function (fields) {
    charColumns = fields.flatMap((field, index) => (field.dataTypeID === INTERNAL_CHAR ? [index] : []));
    for (const index of charColumns) Object.assign(fields[index] ?? {}, { dataTypeID: PADDED_CHAR });
    return addFields.call(this, fields);
  };
}

/** The engine sends one query at a time, so the columns remembered last belong to the answer at hand. */
function typeCharColumns<Q extends SqlQueryable>(queryable: Q): Q {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    charColumns = [];
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}

/**
 * A migration goes to PostgreSQL whole, as the native engine sends it. adapter-pg cuts a script at every semicolon, which
 * breaks function bodies and comments.
 */
function prepare(adapter: SqlDriverAdapter, target: Target, database: string): SqlDriverAdapter {
  adapter.executeScript = (script) => runAsAdmin(target, database, script);
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => typeCharColumns(await startTransaction(level));
  return typeCharColumns(adapter);
}

/** What the WebAssembly engine talks to the database through. */
export function makeAdapter(target: Target): object {
  acceptInternalChar();
  const open = (database: string) =>
    new PrismaPg({ ...target.server, database }, target.schema ? { schema: target.schema } : {}).connect();
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: async () => prepare(await open(target.database), target, target.database),
    // Own shadow database: adapter-pg's drops it before its pool is closed, which PostgreSQL refuses.
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`;
      await runAsAdmin(target, target.database, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      const adapter = prepare(await open(name), target, name);
      const dispose = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await dispose();
        await runAsAdmin(
          target,
          target.database,
          `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`,
        );
      };
      return adapter;
    },
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}
