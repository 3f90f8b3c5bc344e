import { writeAudit } from '#platform/audit';
import { appNow, type Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import { judgeWindow, type WindowVerdict } from '../rules/judge-window.ts';
import {
  cancelWindow,
  comingWindows,
  insertWindow,
  lockWindows,
  type NewWindow,
  putWindow,
  type Window,
} from '../store/windows.ts';
import { momentInWib } from '../wib.ts';
import { type Done, type Duty, refuse } from './on-duty.ts';

type Span = Pick<NewWindow, 'from' | 'to' | 'urgent'>;

/** Announces maintenance, 48 hours ahead unless it is urgent (R76). */
export const planWindow = ({ db }: Needs, duty: Duty, plan: NewWindow): Promise<Done> =>
  db.inTransaction(async (tx) => {
    await lockWindows(tx);
    const why = await objection(tx, plan, await comingWindows(tx));
    if (why) return refuse(why);
    const id = await insertWindow(tx, plan);
    await record(tx, duty, 'maintenance announced', id, plan);
    return { ok: true, id };
  });

export const moveWindow = ({ db }: Needs, duty: Duty, id: string, span: Span): Promise<Done> =>
  db.inTransaction(async (tx) => {
    await lockWindows(tx);
    const coming = await comingWindows(tx);
    if (!coming.some((window) => window.id === id)) return refuse(NONE);
    const why = await objection(
      tx,
      span,
      coming.filter((window) => window.id !== id),
    );
    if (why) return refuse(why);
    await putWindow(tx, id, span);
    await record(tx, duty, 'maintenance moved', id, span);
    return { ok: true, id };
  });

/** Takes a window back, or ends one that runs: the portal takes everything again at once. */
export const callOff = ({ db }: Needs, duty: Duty, id: string): Promise<Done> =>
  db.inTransaction(async (tx) => {
    await lockWindows(tx);
    const window = (await comingWindows(tx)).find((coming) => coming.id === id);
    if (!window) return refuse(NONE);
    await cancelWindow(tx, id);
    await record(tx, duty, 'maintenance cancelled', id, window);
    return { ok: true, id };
  });

const NONE = 'There is no such window that is still to come or running.';

async function objection(tx: Tx, span: Span, others: Window[]): Promise<string | undefined> {
  const judged = judgeWindow({ ...span, others }, await appNow(tx));
  return judged.verdict === 'take' ? undefined : wordsFor(judged);
}

function wordsFor(refusal: Exclude<WindowVerdict, { verdict: 'take' }>): string {
  switch (refusal.why) {
    case 'ENDS_FIRST':
      return 'The window ends before it begins.';
    case 'IS_PAST':
      return 'The window is over already.';
    case 'OVERLAPS':
      return 'The window overlaps another one: move that one, or cancel it.';
    case 'TOO_SOON':
      return `Maintenance is announced 48 hours ahead: begin at ${momentInWib(refusal.earliest)} or later, or say --urgent, which is recorded.`;
  }
}

const record = (tx: Tx, { by }: Duty, action: string, id: string, { from, to, urgent }: Span) =>
  writeAudit(tx, {
    ...{ actor: `operator:${by}`, action, subject: `maintenance:${id}` },
    detail: { from: from.toISOString(), to: to.toISOString(), urgent },
  });
