import type { Channel } from '../scenarios/scenario.ts';
import type { Plan } from './plan.ts';

/** A message as it lies on a phone or in a mailbox. `at`: virtual milliseconds since 1970. */
export type Letter = { channel: Channel; code: string; text: string; at: number };

/** `expired`: right, but its time has passed. `dead`: locked, cancelled, or no code that is waited for. */
type Entry = 'right' | 'wrong' | 'expired' | 'dead';

/** What pressing "send again" does. `over`: this code is over, one has to begin anew. */
type Pressed =
  | { kind: 'sent' }
  | { kind: 'not-yet'; until: number | null; advice: Channel | null }
  | { kind: 'over' };

/** What the waiting page says. */
export type Screen = {
  /** It says that the code is late or refused, or that the way is slow or closed, or advises another one. */
  told: boolean;
  advice: Channel | null;
  /** Channels it offers to send by, besides the one it was asked on. */
  offers: Channel[];
  /** When "send again" becomes possible; null: now. */
  againAt: number | null;
};

/** A policy as people meet it: what they can do on the page, and what it shows. */
export type Service = {
  /** Asks for a code. False: refused. */
  ask(plan: Plan): Promise<boolean>;
  press(plan: Plan, channel: Channel | null): Promise<Pressed>;
  enter(plan: Plan, letter: Letter, typed: string): Promise<Entry>;
  look(plan: Plan): Promise<Screen>;
  /** Not for people, for the figures: would this message's code be accepted at `at`, may it ever be again, is it dead? */
  judge(plan: Plan, letter: Letter, at: number): Promise<'usable' | 'not-now' | 'used' | 'dead'>;
  /** Until when the code that is open at `at` can be used at the most (virtual milliseconds); null where there is none. */
  livesUntil(plan: Plan, at: number): Promise<number | null>;
  /** Calls back when the page of this person is told of news. Returns the way to stop. */
  onNews(plan: Plan, hear: () => void): () => void;
};
