import { useNavigate } from '@tanstack/react-router';
import { type Event, nextScreen, type Screen } from './journey.ts';

/** Moves along the journey: `go('codesSent', activationId)`. The screen is the URL. */
export function useGo(from: Screen): (event: Event, activationId: string) => void {
  const navigate = useNavigate();
  return (event, activationId) => {
    const to = nextScreen(from, event);
    if (to === 'identify') navigate({ to: '/activation' });
    else navigate({ to: `/activation/$activationId/${to}`, params: { activationId } });
  };
}
