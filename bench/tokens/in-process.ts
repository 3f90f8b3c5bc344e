import type { Ground } from '@sampai/api/app/ground';
import type { wireModules } from '@sampai/api/app/modules';
import { makePortalServer } from '@sampai/api/app/portal-server';
import { readConfig } from '@sampai/api/config/env';
import type { InProcess } from './bare.ts';
import { issueBody, issuedToken, mustBeVerified, secureCookieOf, verifyBody } from './operations.ts';
import type { Person } from './people.ts';

/** The same API in this process, without a socket: where the statements are recorded. */
export async function apiInProcess(
  env: NodeJS.ProcessEnv,
  ground: Ground,
  modules: ReturnType<typeof wireModules>,
): Promise<InProcess & { close(): Promise<void> }> {
  const topics = { watched: () => 0, watch: () => Promise.reject(new Error('nobody watches here')) };
  const server = await makePortalServer(readConfig(env), ground, modules, topics as never, { app: false });
  const post = async (person: Person, payload: string) => {
    const headers = { 'content-type': 'application/json', cookie: secureCookieOf(person) };
    return (await server.inject({ method: 'POST', url: '/graphql', headers, payload })).body;
  };
  return {
    issue: async (person) => issuedToken(await post(person, issueBody(person))),
    verify: async (person, tokenId, code) => mustBeVerified(await post(person, verifyBody(tokenId, code))),
    close: () => server.close(),
  };
}
