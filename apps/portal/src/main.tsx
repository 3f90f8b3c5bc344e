import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { apollo } from './app/apollo.ts';
import { reloadOnceForNewChunks } from './app/newChunks.ts';
import { router } from './app/router.tsx';
import { announceLocale } from './lib/locale.ts';
import './styles.css';

announceLocale();
reloadOnceForNewChunks();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={apollo}>
      <RouterProvider router={router} />
    </ApolloProvider>
  </StrictMode>,
);
