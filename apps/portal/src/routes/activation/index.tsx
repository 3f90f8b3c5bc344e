import { createFileRoute } from '@tanstack/react-router';
import { IdentifyScreen } from '../../features/accounts/activation/identify/IdentifyScreen.tsx';

export const Route = createFileRoute('/activation/')({ component: IdentifyScreen });
