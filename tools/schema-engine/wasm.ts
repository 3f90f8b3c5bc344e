import { readFileSync } from 'node:fs';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The last panic of the engine, empty while there was none. */
export const panic = { message: '' };

/**
 * Loads the WebAssembly engine by hand: the package's own entry imports the .wasm file, which Node does only behind a
 * flag.
 */
export function loadEngine(): typeof engine.SchemaEngine {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        panic.message = message;
        process.stderr.write(`${message}\n`);
      },
    },
  });
  const file = new URL(
    'schema_engine_bg.wasm',
    import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const imports = { './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), imports);
  const glue = engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine.SchemaEngine;
}
