import type { ShellTexts } from '../id/shell.ts';

export const shell = {
  title: 'Service desk · Sampai',
  suffix: 'service desk',
  skip: 'Skip to content',
  language: 'Language',
  signOut: 'Sign out',
  signOutFailed: 'Signing out did not work yet. Try again.',
  footer: 'All times are Western Indonesian Time (WIB). There is no code on this screen.',
  offline: 'Your browser is offline. What you see here is how it last stood.',
  loading: 'Loading',
  slow: 'This is taking longer than usual. We are still waiting for the answer; there is no need to reload.',
  retry: 'Try again',
  incident: 'Incident number',
  troubleTitle: 'This cannot be opened yet',
  trouble: {
    offline: {
      title: 'The service desk cannot be reached from this browser.',
      body: 'Check your connection, then try again.',
    },
    maintenance: {
      title: 'The service is under maintenance.',
      body: 'Codes are still sent; only this page is closed for a moment.',
    },
    server: {
      title: 'Something went wrong on our side.',
      body: 'It is nothing you did. Try again in a moment.',
    },
  },
  askAgain: 'What you sent was not accepted. Press again to read why in this language.',
  faults: 'Something needs to be corrected',
} satisfies ShellTexts;
