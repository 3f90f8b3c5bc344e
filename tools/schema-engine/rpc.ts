import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { makeAdapter } from './adapter.ts';
import type { Target } from './arguments.ts';
import { loadEngine, panic } from './wasm.ts';

type Call = { id: number; method?: string; params: unknown };
type Methods = Record<string, ((params: unknown) => Promise<unknown>) | undefined>;

const send = (message: object) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

/** Answers the prisma CLI's JSON-RPC calls, one line each, one after the other, until its end closes. */
export function serve(target: Target, schemaFiles: string[]): void {
  let opened: Promise<SchemaEngine> | undefined;
  const open = () => {
    const datamodels = schemaFiles.map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
    const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
    return loadEngine().new(options, () => {}, makeAdapter(target));
  };
  let queue = Promise.resolve();
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const call = JSON.parse(line) as Call;
      if (!call.method) return; // an answer of the CLI to one of our own prints
      queue = queue.then(async () => {
        try {
          opened ??= open();
          send({ id: call.id, result: await answer(await opened, call) });
        } catch (error) {
          send({ id: call.id, error: toRpcError(error) });
        }
      });
    })
    .on('close', () => queue.finally(() => process.exit(0)));
}

let printed = 1_000_000; // ids of our own requests, far from the CLI's

async function answer(engine: SchemaEngine, call: Call): Promise<unknown> {
  // The native engine calls it getDatabaseVersion, the WebAssembly one version.
  const name = call.method === 'getDatabaseVersion' ? 'version' : (call.method ?? '');
  const method = (engine as unknown as Methods)[name];
  if (!method) throw new Error(`the schema engine has no method ${name}`);
  const result = (await method.call(engine, call.params)) ?? {};
  const { stdout } = result as { stdout?: string | null };
  if (name !== 'diff' || stdout == null) return result;
  // The native engine prints a diff through the CLI instead of returning it.
  send({ id: ++printed, method: 'print', params: { content: stdout } });
  return { ...result, stdout: null };
}

function toRpcError(error: unknown) {
  const { message, meta, code, error_code } = (error ?? {}) as Record<string, unknown>;
  return {
    code: 4466,
    message: 'An error happened. Check the data field for details.',
    data: {
      is_panic: panic.message !== '',
      message: panic.message || String(message ?? error),
      meta: meta ?? null,
      error_code: code ?? error_code ?? null,
    },
  };
}
