import type { Needs } from '../ports.ts';
import type { CaseStep } from '../rules/judge-case.ts';
import type { Service } from '../types.ts';
import { closeByHand, openByHand } from '../use-cases/by-hand.ts';
import { changeCause, changeOwner, estimate, logCase, state } from '../use-cases/change-incident.ts';
import { type Done, type Duty, refuse } from '../use-cases/on-duty.ts';
import { both, bothOf, momentOf } from './both.ts';
import { type Given, Misunderstood } from './read.ts';

const SERVICES: Record<string, Service> = {
  activation: 'ACTIVATION',
  filing: 'FILING',
  'sign-in': 'SIGN_IN',
};
const STEPS: Record<string, CaseStep> = {
  opened: 'OPENED',
  contact: 'CONTACT',
  answer: 'ANSWER',
  resolved: 'RESOLVED',
};

/** One of a few words. Throws Misunderstood with all of them. */
function oneOf<T>(words: Record<string, T>, word: string): T {
  const found = Object.hasOwn(words, word) ? words[word] : undefined;
  if (found === undefined) throw new Misunderstood(`'${word}' is none of ${Object.keys(words).join(', ')}.`);
  return found;
}

export function incidentCommand(
  needs: Needs,
  duty: Duty,
  given: Given,
  id: string,
  now: Date,
): Promise<Done> {
  const [, second = '', third = ''] = given.words;
  switch (given.name) {
    case 'open': {
      const since = given.text('since') === '' ? null : momentOf(given.text('since'));
      if (since && since > now) return Promise.resolve(refuse('It begins in the future.'));
      return openByHand(needs, duty, {
        since,
        title: bothOf(given, 'title-'),
        lanes: given.list('lane'),
        affects: given.list('affects'),
        services: given.list('service').map((word) => oneOf(SERVICES, word)),
        owner: given.text('owner') || undefined,
        cause: given.text('cause') || null,
        text: both(given, ''),
      });
    }
    case 'owner':
      return changeOwner(needs, duty, id, second);
    case 'cause':
      return changeCause(needs, duty, id, second);
    case 'estimate': {
      const at = second === 'none' ? null : momentOf(second);
      if (at && at <= now) return Promise.resolve(refuse('The estimate lies in the past.'));
      return estimate(needs, duty, id, at);
    }
    case 'statement':
      return state(needs, duty, id, {
        kind: given.flag('apology') ? 'APOLOGY' : 'STATEMENT',
        text: bothOf(given, ''),
      });
    case 'case':
      return logCase(needs, duty, id, {
        provider: given.text('provider'),
        step: oneOf(STEPS, second),
        note: third,
      });
    default:
      return closeByHand(needs, duty, id, {
        text: bothOf(given, ''),
        although: given.text('although') || undefined,
      });
  }
}
