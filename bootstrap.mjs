// The first step of every command of the project: `npm start`, `npm test`, `npm run <name>`. It runs on whatever Node
// npm itself runs on, with nothing installed yet, so: built-in modules only, and JavaScript. It fetches what the
// project needs (tools, then dependencies), each only when missing or changed, and hands over to tools/run.ts.
import path from 'node:path';
import { installDependencies } from './tools/bootstrap/dependencies.mjs';
import { handOver } from './tools/bootstrap/hand-over.mjs';
import { withLock } from './tools/bootstrap/lock.mjs';
import { ensureUsableHome, Refusal, root, wordsFor } from './tools/bootstrap/place.mjs';
import { stoppable } from './tools/bootstrap/stop.mjs';
import { installTools } from './tools/bootstrap/tools.mjs';

/** Node's own version as [major, minor]. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

async function main() {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Refusal(
      `This project needs Node.js 20.19 or newer to begin with; this is ${process.versions.node}.`,
    );
  }
  process.chdir(root); // npm keeps to the repository, `node ../bootstrap.mjs` may not
  const env = ensureUsableHome({ ...process.env });
  const install = async () => {
    const tools = await installTools(env, major);
    env.PATH = [...tools.path, path.join(root, 'node_modules', '.bin'), env.PATH].join(path.delimiter);
    await installDependencies(env, tools.pnpm);
    return tools.node;
  };
  const node = await stoppable(() => withLock(install));
  // Two times in milliseconds since 1970, for the closing line: when this began, and when all was in place.
  env.SAMPAI_BEGUN = [performance.timeOrigin, performance.timeOrigin + performance.now()].join(' ');
  await handOver(node, ['tools/run.ts', ...process.argv.slice(2)], env);
}

main().catch((error) => {
  console.error(wordsFor(error));
  process.exitCode = 1;
});
