import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Person } from '@sampai/testkit';
import { surroundings } from '../surroundings.ts';

export type Message = {
  to: string;
  channel: 'SMS' | 'EMAIL';
  receivedAt: string;
  text: string;
  subject?: string;
  code: string | null;
};

type Fault = { match: Record<string, string>; fault: Record<string, unknown> };

/** The post office as a person meets it: a phone and a mailbox in which codes arrive, sometimes with trouble ordered. */
export function makePostOffice(request: APIRequestContext) {
  const at = surroundings.postOffice;

  /** What has come for this address, newest first. */
  async function messages(to: string): Promise<Message[]> {
    const answer = await request.get(`${at}/messages`, { params: { to } });
    return (await answer.json()) as Message[];
  }

  return {
    messages,
    /** The code of the newest message to this address; waits until there is one (later than `after`, if given). */
    async codeFor(to: string, after?: Date): Promise<string> {
      let code: string | null | undefined;
      await expect
        .poll(
          async () => {
            const news = (await messages(to)).filter(
              ({ receivedAt }) => !after || new Date(receivedAt) > after,
            );
            code = news.find((message) => message.code)?.code;
            return code;
          },
          { message: `a code for ${to} arrives`, intervals: [50, 100, 200], timeout: 20_000 },
        )
        .toBeTruthy();
      return code ?? '';
    },
    async person(id: string): Promise<Person> {
      const people = (await (await request.get(`${at}/people`)).json()) as Person[];
      const found = people.find((person) => person.id === id);
      if (!found) throw new Error(`nobody is called ${id}`);
      return found;
    },
    /** Orders trouble; returns how to call it off again. */
    async order(fault: Fault): Promise<() => Promise<void>> {
      const answer = await request.post(`${at}/faults`, { data: fault });
      const { id } = (await answer.json()) as { id: string };
      return async () => {
        await request.delete(`${at}/faults/${id}`);
      };
    },
  };
}

export type PostOffice = ReturnType<typeof makePostOffice>;
