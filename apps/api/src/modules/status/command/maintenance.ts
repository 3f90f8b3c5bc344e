import type { Needs } from '../ports.ts';
import type { Done, Duty } from '../use-cases/on-duty.ts';
import { callOff, moveWindow, planWindow } from '../use-cases/plan-window.ts';
import { both, bothOf, momentOf } from './both.ts';
import type { Given } from './read.ts';

export function maintenanceCommand(needs: Needs, duty: Duty, given: Given, id: string): Promise<Done> {
  if (given.name === 'maintenance cancel') return callOff(needs, duty, id);
  const span = {
    from: momentOf(given.text('from')),
    to: momentOf(given.text('to')),
    urgent: given.flag('urgent'),
  };
  return given.name === 'maintenance move'
    ? moveWindow(needs, duty, id, span)
    : planWindow(needs, duty, { ...span, title: bothOf(given, 'title-'), reason: both(given, '') });
}
