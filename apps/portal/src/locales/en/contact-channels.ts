import type { ContactChannelsTexts } from '../id/contact-channels.ts';

export const contactChannels = {
  title: 'Contact channels',
  lead: 'This is where codes and receipts go. An address that is not confirmed is not used yet.',
  confirmedLabel: 'Confirmed',
  confirmed: { SMS: 'Number confirmed', EMAIL: 'Address confirmed' },
  waits: {
    SMS: (address: string) => `The number ${address} is not confirmed yet`,
    EMAIL: (address: string) => `The address ${address} is not confirmed yet`,
  },
  empty: 'No number and no address yet.',
  emptyBody:
    'Codes cannot be sent to you. Call Kring Pajak 1500200 or visit a tax office to have one recorded.',
  home: 'To the home page',
  submit: { SMS: 'Confirm this number', EMAIL: 'Confirm this address' },
  ask: { SMS: 'Send a code by SMS · free', EMAIL: 'Send a code by e-mail · free' },
  sending: 'Sending…',
  backAt: (time: string) => `You can try again at ${time}.`,
} satisfies ContactChannelsTexts;
