/**
 * The activation as a table: at a screen, what happened, the next screen. The URL holds the screen, so a reload
 * or a shared clock of the day changes nothing; `admitted` says whether the URL is right for how far one is.
 */
export const screens = ['identify', 'channels', 'codes', 'password'] as const;
export type Screen = (typeof screens)[number];

export type Event =
  | 'recognised'
  | 'codesSent'
  | 'replaceAddress'
  | 'keepAddresses'
  | 'enoughConfirmed'
  | 'backToCodes';

const table: { [S in Screen]: Partial<Record<Event, Screen>> } = {
  identify: { recognised: 'channels' },
  channels: { codesSent: 'codes', keepAddresses: 'codes' },
  codes: { replaceAddress: 'channels', enoughConfirmed: 'password' },
  password: { backToCodes: 'codes' },
};

/** The screen after `event`; what cannot happen on a screen leads nowhere and stays there. */
export function nextScreen(screen: Screen, event: Event): Screen {
  return table[screen][event] ?? screen;
}

/** How far an activation is, from what the API says. */
export type Progress = { asked: number; confirmed: number };

/** The screen to show when the URL wants `wanted`: the furthest one allowed when it wants too much. */
export function admitted(wanted: Screen, { asked, confirmed }: Progress): Screen {
  if (wanted === 'password' && confirmed === 0) return admitted('codes', { asked, confirmed });
  if (wanted === 'codes' && asked === 0) return 'channels';
  return wanted;
}
