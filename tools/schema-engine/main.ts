#!/usr/bin/env node
/**
 * Stand-in for Prisma's native schema engine: the same command line and the same JSON-RPC over stdio, carried out by
 * Prisma's own WebAssembly build of it. The native engine is downloaded from a host that is often out of reach
 * (firewalls, offline machines); the WebAssembly build comes from the package registry with everything else.
 * docs/decisions/004 says when this folder may go.
 */
import { parseArguments } from './arguments.ts';
import { runCommand } from './commands.ts';
import { serve } from './rpc.ts';

const request = parseArguments(process.argv.slice(2));
if (request.kind === 'version') {
  console.log('schema-engine-cli wasm');
} else if (request.kind === 'command') {
  process.exit(await runCommand(request.command, request.target));
} else {
  serve(request.target, request.schemaFiles);
}
