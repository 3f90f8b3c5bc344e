/** The door of this feature: whoever waits for a code shows Waiting. */
export type { Price } from './resend.ts';
export { sendingsOf, type Token } from './token.ts';
export type { CodeAnswer } from './useSendCode.ts';
export { Waiting, type WaitingProps } from './Waiting.tsx';
