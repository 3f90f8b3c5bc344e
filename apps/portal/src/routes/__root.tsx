import { createRootRoute, Outlet } from '@tanstack/react-router';
import { AppShell } from '../app/AppShell.tsx';
import { AccountMenu } from '../features/accounts/AccountMenu.tsx';
import { MaintenanceBand } from '../features/status/band/MaintenanceBand.tsx';

export const Route = createRootRoute({
  component: () => (
    <AppShell account={<AccountMenu />} notice={<MaintenanceBand />}>
      <Outlet />
    </AppShell>
  ),
});
