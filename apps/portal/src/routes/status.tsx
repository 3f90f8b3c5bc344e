import { createFileRoute } from '@tanstack/react-router';
import { StatusScreen } from '../features/status/StatusScreen.tsx';

export const Route = createFileRoute('/status')({ component: StatusScreen });
