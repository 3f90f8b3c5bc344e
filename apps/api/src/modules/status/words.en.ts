import { clockInWib, dayInWib } from './wib.ts';
import type { Words } from './words.ts';

export const wordsEn: Words = {
  title: {
    EMAIL: {
      held: (name) => `${name} is holding back our mail`,
      unreachable: (name) => `${name} is not taking our mail`,
      late: (name) => `Mail to ${name} is late`,
    },
    SMS: {
      held: (name) => `${name} is holding back our SMS`,
      unreachable: (name) => `${name} is not taking our SMS`,
      late: (name) => `SMS to ${name} are late`,
    },
  },
  opened: {
    EMAIL: (name) =>
      `Codes to ${name} addresses may take a long time. If your phone number is confirmed, choose SMS. A code that was sent stays valid until the time on the code page, and whichever one arrives will do; asking again and again does not make it faster.`,
    SMS: (name) =>
      `Codes to ${name} numbers may take a long time. If your e-mail is confirmed, choose e-mail; it is free. A code that was sent stays valid until the time on the code page, and whichever one arrives will do; asking again and again does not make it faster.`,
  },
  again: {
    EMAIL: (name) => `Mail to ${name} is disrupted again. Use SMS for now if you can.`,
    SMS: (name) => `SMS to ${name} are disrupted again. Use e-mail for now if you can.`,
  },
  joined: (names) => `Also disrupted: ${names}.`,
  quiet: {
    EMAIL: (name, since) =>
      `No mail has been sent to ${name} since ${clockInWib(since)}, so we cannot say yet whether it is over. We will say so here as soon as mail arrives there again.`,
    SMS: (name, since) =>
      `No SMS has been sent to ${name} since ${clockInWib(since)}, so we cannot say yet whether it is over. We will say so here as soon as SMS arrive there again.`,
  },
  recovered: {
    EMAIL: (name, since) =>
      `Codes through ${name} have been arriving as usual since ${clockInWib(since)}. Thank you for waiting, and we are sorry for the delay.`,
    SMS: (name, since) =>
      `SMS to ${name} have been arriving as usual since ${clockInWib(since)}. Thank you for waiting, and we are sorry for the delay.`,
  },
  ours: {
    title: 'Our own sending of codes stands still',
    opened:
      'Codes that are asked for are held up in our own system, not by your carrier or mail provider. They go out by themselves as soon as our sending runs again; you need not ask again, and no other way is quicker.',
    again:
      'Our own sending of codes stands still again. Codes go out by themselves as soon as it runs; you need not ask again.',
    recovered: (since) =>
      `Our sending of codes has been running again since ${clockInWib(since)}. We are sorry for the delay; it was our fault.`,
  },
  closed: (until, hasDrafts) =>
    `The service is under maintenance until ${dayInWib(until, 'en')}, ${clockInWib(until)}. ${hasDrafts ? 'Your drafts are safe; try' : 'Try'} again after that time.`,
  otherMail: 'Other mail providers',
  notice: {
    subject: 'Codes are arriving as usual again',
    text: (affects) =>
      `Sampai: codes through ${affects} are arriving as usual again. We are sorry that yours was late. If you are not done yet, please ask for a code again.`,
  },
};
