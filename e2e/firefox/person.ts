import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from '@sampai/testkit';
import type { Page } from 'puppeteer-core';
import { surroundings } from '../surroundings.ts';

const quoted = (text: string) => `"${text}"`; // our labels hold no double quotes
const named = (text: string) => `normalize-space()=${quoted(text)}`;

/** A person at a page in Firefox, going by what is written on it: WebDriver BiDi knows no accessible names. */
export function makePerson(page: Page) {
  const find = (xpath: string) => page.locator(`::-p-xpath(${xpath})`);
  return {
    go: (path: string) => page.goto(`${surroundings.portal}${path}`),
    /** Fills the field that a label beginning with this text names. */
    fill: (label: string, value: string) =>
      find(`//input[@id = //label[starts-with(normalize-space(), ${quoted(label)})]/@for]`).fill(value),
    /** Presses the button, or follows the link, that says this. */
    press: (text: string) => find(`//button[${named(text)}] | //a[${named(text)}]`).click(),
    /** Takes the choice, or ticks the box, whose text begins with this. */
    choose: (text: string) =>
      find(`//label[.//input][starts-with(normalize-space(), ${quoted(text)})]`).click(),
    /** Waits for a page with this in its heading. */
    sees: (heading: string) => find(`//h1[contains(normalize-space(), ${quoted(heading)})]`).wait(),
  };
}

async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(`${surroundings.postOffice}${path}`)).json()) as T;
}

export async function findPerson(id: string): Promise<Person> {
  const found = (await ask<Person[]>('/people')).find((person) => person.id === id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
}

/** The code of the newest message to this address that came after `since`. */
export async function receiveCode(address: string, since: Date): Promise<string> {
  for (const until = performance.now() + 20_000; performance.now() < until; ) {
    type Message = { receivedAt: string; code: string | null };
    const messages = await ask<Message[]>(`/messages?to=${encodeURIComponent(address)}`);
    const code = messages.find((message) => message.code && new Date(message.receivedAt) >= since)?.code;
    if (code) return code;
    await wait(100);
  }
  throw new Error(`no code came for ${address}`);
}
