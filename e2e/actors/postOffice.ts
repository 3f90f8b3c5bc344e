import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import type { FaultOrder, PostOfficeMessage as Message, Person } from '@sampai/testkit';
import { surroundings } from '../surroundings.ts';

/** The post office as a person meets it: a phone and a mailbox in which codes arrive, sometimes with trouble ordered. */
export function makePostOffice(request: APIRequestContext) {
  const at = surroundings.postOffice;
  const ordered: string[] = [];

  /** What has come for this address, newest first. */
  async function messages(to: string): Promise<Message[]> {
    const answer = await request.get(`${at}/messages`, { params: { to } });
    return (await answer.json()) as Message[];
  }

  /** The newest message to this address that fits; waits until there is one. */
  async function arrival(to: string, what: string, fits: (message: Message) => boolean): Promise<Message> {
    let found: Message | undefined;
    const look = async () => {
      found = (await messages(to)).find(fits);
      return found;
    };
    const patience = { message: `${what} for ${to} arrives`, intervals: [50, 100, 200], timeout: 20_000 };
    await expect.poll(look, patience).toBeTruthy();
    if (!found) throw new Error('a message that was there is gone');
    return found;
  }

  const people = async () => (await (await request.get(`${at}/people`)).json()) as Person[];

  return {
    messages,
    /** The code of the newest message to this address; waits until there is one (later than `after`, if given). */
    async codeFor(to: string, after = new Date(0)): Promise<string> {
      const isNew = ({ code, receivedAt }: Message) => code !== null && new Date(receivedAt) > after;
      return (await arrival(to, 'a code', isNew)).code ?? '';
    },
    /** The newest mail to this address with this in its subject; waits until there is one. */
    mailAbout: (to: string, subject: RegExp): Promise<Message> =>
      arrival(to, `a mail about ${subject}`, (mail) => subject.test(mail.subject ?? '')),
    people,
    async person(id: string): Promise<Person> {
      const found = (await people()).find((person) => person.id === id);
      if (!found) throw new Error(`nobody is called ${id}`);
      return found;
    },
    /** Orders trouble; returns how to call it off before the journey ends. */
    async order(fault: FaultOrder): Promise<() => Promise<void>> {
      const answer = await request.post(`${at}/faults`, { data: fault });
      expect(answer.ok(), await answer.text()).toBe(true);
      const { id } = (await answer.json()) as { id: string };
      ordered.push(id);
      return async () => {
        await request.delete(`${at}/faults/${id}`);
      };
    },
    /** Calls off whatever this journey ordered. */
    async tidy(): Promise<void> {
      await Promise.all(ordered.map((id) => request.delete(`${at}/faults/${id}`)));
    },
  };
}

export type PostOffice = ReturnType<typeof makePostOffice>;
