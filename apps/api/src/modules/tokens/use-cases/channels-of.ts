import type { Purpose } from '../types.ts';

export const OTHER = { SMS: 'EMAIL', EMAIL: 'SMS' } as const;

/** A code that confirms a channel never leaves the address it confirms. */
export const confirmsItsAddress = ({ purpose }: { purpose: Purpose }): boolean =>
  purpose === 'CONFIRM_CHANNEL' || purpose === 'CHANGE_CHANNEL' || purpose === 'REGISTER';
