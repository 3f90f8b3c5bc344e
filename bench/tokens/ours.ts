import type { wireModules } from '@sampai/api/app/modules';
import type pg from 'pg';
import { type Client, pace } from '../lib/load.ts';
import type { Contender } from './contender.ts';
import { issueBody, issuedToken, mustBeVerified, secureCookieOf, verifyBody } from './operations.ts';
import { type Person, settle } from './people.ts';

type Modules = ReturnType<typeof wireModules>;

/** The code of a token, out of the text that its message would hold: by the door, from the key ring. */
export async function codeOf({ tokens }: Modules, tokenId: string): Promise<string> {
  const request = { ref: tokenId, channel: 'EMAIL', locale: 'id', originHost: null } as const;
  const [content = 'dead'] = await tokens.contentsOf([request]);
  const code = content === 'dead' ? undefined : /\d{6}/.exec(content.subject + content.text)?.[0];
  if (!code) throw new Error('a token has no code');
  return code;
}

/** The portal's mutations over HTTP, against the API process. */
export function sampai(owner: pg.Client, modules: Modules, client: Client, origin: string): Contender {
  let people: Person[] = [];
  let issued: { person: Person; tokenId: string; code: string }[] = [];
  return {
    name: 'sampai',
    async prepare(count) {
      people = await settle(owner, count);
      issued = [];
    },
    issue: () =>
      pace(people, async (person) => {
        const { body } = await client.post('/graphql', issueBody(person), secureCookieOf(person));
        issued.push({ person, tokenId: issuedToken(body), code: '' });
      }),
    async collect() {
      for (const one of issued) one.code = await codeOf(modules, one.tokenId);
    },
    verify: () =>
      pace(issued, async ({ person, tokenId, code }) => {
        const { body } = await client.post('/graphql', verifyBody(tokenId, code), secureCookieOf(person));
        mustBeVerified(body);
      }),
    async cpuSeconds() {
      const text = await (await fetch(`${origin}/metrics`)).text();
      return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
    },
  };
}
