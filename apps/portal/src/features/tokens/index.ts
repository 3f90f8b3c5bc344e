/** The door of this feature: whoever waits for a code shows Waiting. */
export { type CodeAnswer, whyNotTaken } from './useSendCode.ts';
export { Waiting, type WaitingProps } from './Waiting.tsx';
