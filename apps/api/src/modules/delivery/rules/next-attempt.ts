/** Seconds until a deferred message is tried again after its nth attempt: 2, 4, 8 ... at most 60. */
export const secondsToNextAttempt = (attempts: number): number => Math.min(60, 2 ** Math.max(1, attempts));
