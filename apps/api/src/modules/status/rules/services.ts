import type { Channel, Service } from '../types.ts';

/** The services whose codes go by a channel: today each purpose may use both (R48). */
export const SERVICES: Record<Channel, Service[]> = {
  SMS: ['ACTIVATION', 'FILING', 'SIGN_IN'],
  EMAIL: ['ACTIVATION', 'FILING', 'SIGN_IN'],
};
