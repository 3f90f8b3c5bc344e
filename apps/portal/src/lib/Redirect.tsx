import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Leads to another path of this portal, without a step back. Once per path: the router's own Navigate goes again
 * with every render, and what rendered it renders while the way there loads.
 */
export function Redirect({ path }: { path: string }) {
  const { history } = useRouter();
  useEffect(() => history.replace(path), [history, path]);
  return null;
}
