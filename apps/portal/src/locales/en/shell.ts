import type { ShellTexts } from '../id/shell.ts';

export const shell = {
  skip: 'Skip to content',
  language: 'Language',
  home: 'Sampai, to your home page',
  signOut: 'Sign out',
  signIn: 'Sign in',
  status: 'Service status',
  verify: 'Check a receipt',
  activation: 'Activate an e-FIN',
  footer: 'All times are Western Indonesian Time (WIB).',
  offline: 'Your browser is offline. What was saved is safe, and this page stays here.',
  maintenance: {
    label: 'Maintenance',
    announced: (when: string) => `Maintenance on ${when}.`,
    running: (to: string) => `Under maintenance until ${to}.`,
    meanwhile: 'Meanwhile drafts are still saved; signing in, asking for codes and sending are closed.',
    meanwhileRunning:
      'Drafts can be read and filled in, and are saved; signing in, asking for codes and sending work again after that time.',
    more: 'More',
  },
  loading: 'Loading',
  slow: 'This is taking longer than usual. We are still waiting for the answer; there is no need to reload.',
  retry: 'Try again',
  incident: 'Incident number, should you call Kring Pajak',
  troubleTitle: 'This page cannot be opened yet',
  trouble: {
    offline: {
      title: 'We cannot be reached from this browser.',
      body: 'Check your internet connection, then try again. What was saved is safe.',
    },
    maintenance: {
      title: 'The service is under maintenance.',
      body: 'What was saved is safe and waiting for you. The service status says when it ends.',
    },
    server: {
      title: 'Something went wrong on our side.',
      body: 'It is nothing you did, and what was saved is safe. Try again in a moment.',
    },
  },
  notFound: {
    title: 'There is no such page',
    lead: 'Its address may have been cut off when it was copied.',
    action: 'To the home page',
  },
  askAgain: 'What you sent was not accepted. Press again to read why in this language.',
  checking: 'Checking your browser…',
  notNow: 'Not possible just now',
  faults: 'Something needs to be corrected',
} satisfies ShellTexts;
