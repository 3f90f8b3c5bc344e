import type { Accounts } from '#modules/accounts';
import type { Caller } from '#platform/caller';
import { sha256 } from '#platform/digest';
import { randomId } from '#platform/random';
import type { Secrets } from '#platform/secrets';
import type { CookieJar } from './cookies.ts';
import { networkOf, sourceOf } from './network.ts';

const YEAR_SECONDS = 365 * 24 * 3_600;

/** Indonesian first; English where the browser asks for it before Indonesian. */
export const localeOf = (acceptLanguage: string | undefined): 'id' | 'en' =>
  /(?:^|,)\s*(id|en)\b/i.exec(acceptLanguage ?? '')?.[1]?.toLowerCase() === 'en' ? 'en' : 'id';

/** Who asks, from cookies, language and address. The address itself is not kept: only its keyed digests. */
export async function makeCaller(
  needs: { accounts: Accounts; secrets: Secrets },
  { jar, ip, acceptLanguage }: { jar: CookieJar; ip: string; acceptLanguage: string | undefined },
): Promise<Caller> {
  const hashOf = (word: string) => {
    const secret = jar.read(word);
    return secret ? sha256(secret) : null;
  };
  const sessionHash = hashOf('session');
  const session = sessionHash ? await needs.accounts.session(sessionHash) : undefined;
  const index = (kind: string, value: string) =>
    Buffer.from(needs.secrets.index(kind, value)).toString('base64url').slice(0, 22);
  let network: string | undefined;
  let source: string | undefined;
  const caller: Caller = {
    locale: localeOf(acceptLanguage),
    get network() {
      network ??= index('network', networkOf(ip));
      return network;
    },
    get source() {
      source ??= index('source', sourceOf(ip));
      return source;
    },
    taxpayerId: session?.taxpayerId ?? null,
    sessionHash,
    flowHash: hashOf('flow'),
    browserHash: hashOf('browser'),
    ensureFlow() {
      if (caller.flowHash) return caller.flowHash;
      const secret = randomId(32);
      jar.set('flow', secret);
      caller.flowHash = sha256(secret);
      return caller.flowHash;
    },
    giveSession: (secret, endsAt) => jar.set('session', secret, endsAt),
    endSession: () => jar.clear('session'),
    rememberBrowser: (secret) => jar.set('browser', secret, YEAR_SECONDS),
  };
  return caller;
}
