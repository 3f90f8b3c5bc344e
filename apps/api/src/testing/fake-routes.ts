import type { runDispatcher } from '#modules/delivery';

type Routes = Parameters<typeof runDispatcher>[0]['routes'];
type Route = Routes['all'][number];

/** Routes of which none is ever out of order; `pick` says which of them takes a lane. */
export const fakeRoutes = (all: Route[], pick: (lane: string) => Route | undefined): Routes => ({
  ...{ all, pick, originHost: 'localhost' },
  ...{ share: () => 1, mayCarry: () => true, left: () => false, failed: () => false },
  ...{ worked: () => {}, rest: () => {}, toProbe: () => undefined },
});
