import { randomId } from '@sampai/api/platform/random';
import pg from 'pg';
import { type Client, pace } from '../lib/load.ts';
import type { Contender } from './contender.ts';

const API = '/api/auth';

/** better-auth's emailOTP over HTTP. Its users are there before; a verification also writes a session, as it does there. */
export function betterAuth(databaseUrl: string, client: Client, origin: string): Contender {
  let emails: string[] = [];
  let codes = new Map<string, string>();
  return {
    name: 'better-auth',
    async prepare(count) {
      emails = Array.from({ length: count }, () => `${randomId(9).toLowerCase()}@gmail.com`);
      const owner = new pg.Client({ connectionString: databaseUrl });
      await owner.connect();
      await owner.query(
        `INSERT INTO "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
         SELECT gen_random_uuid()::text, 'Budi Santoso', email, true, now(), now() FROM unnest($1::text[]) AS e (email)`,
        [emails],
      );
      await owner.end();
    },
    issue: () =>
      pace(emails, async (email) => {
        const path = `${API}/email-otp/send-verification-otp`;
        const { status, body } = await client.post(path, JSON.stringify({ email, type: 'sign-in' }));
        if (status !== 200) throw new Error(`better-auth sent none: ${status} ${body}`);
      }),
    async collect() {
      codes = new Map((await (await fetch(`${origin}/codes`)).json()) as [string, string][]);
    },
    verify: () =>
      pace(emails, async (email) => {
        const otp = codes.get(email) ?? '';
        const { status, body } = await client.post(
          `${API}/sign-in/email-otp`,
          JSON.stringify({ email, otp }),
        );
        if (status !== 200) throw new Error(`better-auth refused: ${status} ${body}`);
      }),
    cpuSeconds: async () => Number(await (await fetch(`${origin}/cpu`)).text()),
  };
}
