import type { StatusTexts } from '../id/status.ts';

export const status = {
  maintenance: 'Maintenance of the portal',
  announced: (from: string, to: string) => `The portal is under maintenance from ${from} to ${to}.`,
  running: (to: string) => `The portal is under maintenance until ${to}.`,
  meanwhile:
    'Drafts are still saved; taxpayers cannot sign in, ask for codes or send returns. The desk stays open.',
  since: (time: string) => `Since ${time}.`,
  estimate: (time: string) => `Expected to be resolved by ${time}.`,
  later: (time: string) => `Later than expected (${time}).`,
  say: 'What you can say',
} satisfies StatusTexts;
