import { createRouter } from '@tanstack/react-router';
import { LoadingScreen, TroubleScreen } from '../lib/states.tsx';
import { routeTree } from '../routeTree.gen.ts';
import { NotFound } from './NotFound.tsx';
import { parseSearch, stringifySearch } from './search.ts';

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: LoadingScreen,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ({ error, reset }) => <TroubleScreen error={error} onRetry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
