import type { Caller } from '#platform/caller';

/** What every portal resolver gets: who asks. Modules come to resolvers by closure, from app/. */
export type Context = { caller: Caller };
