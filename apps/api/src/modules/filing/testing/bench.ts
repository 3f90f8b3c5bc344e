import { type Caller, subjectOf } from '#platform/caller';
import { openHouse } from '#testing/house';
import { addTaxpayer } from '#testing/taxpayer';
import type { SignedIn } from '../index.ts';

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** The house with people who are signed in, for calling filing by its door. */
export async function openBench() {
  const house = await openHouse({ PUBLIC_ORIGIN: 'https://portal.example' });
  return {
    ...house,
    /** A new person with these confirmed addresses, who is signed in. */
    async person(
      given: { sms?: string; mail?: string; company?: true } = { mail: 'budi@gmail.com' },
    ): Promise<SignedIn> {
      const { sms, mail, company } = given;
      const { id } = await addTaxpayer(house, {
        ...{
          passwordHash: 'nobody signs in with this',
          ...(sms && { phone: sms }),
          ...(mail && { email: mail }),
        },
      });
      if (company) await house.database.query("UPDATE taxpayer SET kind = 'company' WHERE id = $1", [id]);
      return signedIn(id);
    },
    /** What the message with a token's code says. */
    async codeOf(tokenId: string): Promise<string> {
      const [content = 'dead'] = await house.tokens.contentsOf([
        { ref: tokenId, channel: 'SMS', locale: 'id', originHost: null },
      ]);
      const code = content === 'dead' ? undefined : /\b\d{6}\b/.exec(content.text)?.[0];
      if (!code) throw new Error('the token is dead');
      return code;
    },
    async tokenOf({ taxpayerId }: SignedIn, tokenId: string) {
      const view = await house.tokens.view({ subject: subjectOf(taxpayerId), flowHash: null }, tokenId);
      if (!view) throw new Error('no such token');
      return view;
    },
  };
}

function signedIn(taxpayerId: string): SignedIn {
  const caller: Caller = {
    ...{ locale: 'id', network: 'test', source: 'test', taxpayerId },
    ...{ sessionHash: null, flowHash: null, browserHash: null },
    ensureFlow: () => new Uint8Array(32),
    giveSession: () => {},
    endSession: () => {},
    rememberBrowser: () => {},
  };
  return { ...caller, taxpayerId };
}
