import { createServer } from 'node:http';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { emailOTP } from 'better-auth/plugins/email-otp';
import pg from 'pg';

/**
 * better-auth's one-time codes by mail as a process of their own: its rate limiter and its log are off, and a code goes no
 * further than a Map, which `/codes` gives out. `/cpu` tells the seconds of CPU it has used.
 */
const { PEER_DATABASE_URL: connectionString, PEER_PORT: port } = process.env;
const codes = new Map<string, string>();
const options = {
  baseURL: `http://127.0.0.1:${port}`,
  secret: 'a secret of this bench alone, of at least 32 letters',
  database: new pg.Pool({ connectionString, max: 16 }),
  rateLimit: { enabled: false },
  logger: { disabled: true },
  telemetry: { enabled: false },
  plugins: [emailOTP({ sendVerificationOTP: async ({ email, otp }) => void codes.set(email, otp) })],
};
await (await getMigrations(options)).runMigrations();
const handle = toNodeHandler(betterAuth(options));

createServer((request, response) => {
  if (request.url === '/codes') {
    response.end(JSON.stringify([...codes]));
    return codes.clear();
  }
  if (request.url === '/cpu') {
    const { user, system } = process.cpuUsage();
    return response.end(String((user + system) / 1e6));
  }
  return handle(request, response);
}).listen(Number(port), '127.0.0.1', () => console.log('ready peer'));
