import { readFileSync } from 'node:fs';
import type { Person } from './people.ts';

const FEATURES = new URL('../../apps/portal/src/features/', import.meta.url);
const files = ['accounts/activation/activation.graphql', 'tokens/token.graphql'];
const parts = files.flatMap((file) =>
  readFileSync(new URL(file, FEATURES), 'utf8').split(/^(?=fragment |query |mutation |subscription )/m),
);
const part = (start: string): string => {
  const found = parts.find((text) => text.startsWith(`${start} `) || text.startsWith(`${start}(`));
  if (!found) throw new Error(`the portal has no ${start}`);
  return found;
};
/** An operation with all fragments it names, and those that they name. */
function whole(start: string): string {
  const found = new Set([part(start)]);
  for (const text of found)
    for (const [, name] of text.matchAll(/\.\.\.(\w+)/g)) found.add(part(`fragment ${name}`));
  return [...found].join('');
}

/** The portal's own operations, with everything its screens ask for. */
const SET_CHANNELS = whole('mutation SetActivationChannels');
const VERIFY = whole('mutation VerifyToken');

export const cookieOf = ({ flow }: Person): string => `sampai_flow=${flow}`;
/** The same where people come over https. */
export const secureCookieOf = (person: Person): string => `__Host-${cookieOf(person)}`;

export const channelsBody = (activationId: string, addresses: { email?: string; phone?: string }): string =>
  JSON.stringify({
    operationName: 'SetActivationChannels',
    query: SET_CHANNELS,
    variables: { input: { activationId, ...addresses } },
  });

export const issueBody = ({ activationId, email }: Person): string => channelsBody(activationId, { email });

export const verifyBody = (tokenId: string, code: string): string =>
  JSON.stringify({
    operationName: 'VerifyToken',
    query: VERIFY,
    variables: { input: { tokenId, code } },
  });

/** The id of the token in the answer to `issueBody`. Throws where it holds anything else. */
export function issuedToken(body: string): string {
  const { tokens } = JSON.parse(body).data?.setActivationChannels ?? {};
  if (tokens?.length !== 1 || tokens[0].state !== 'OPEN') throw new Error(`no token was issued: ${body}`);
  return tokens[0].id;
}

export function mustBeVerified(body: string): void {
  if (JSON.parse(body).data?.verifyToken?.state !== 'VERIFIED') throw new Error(`not verified: ${body}`);
}
