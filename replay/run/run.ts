import type { PostOfficeMessage } from '@sampai/testkit';
import { makeUndo } from '../../tools/lib/undo.ts';
import type { Diary } from '../people/diary.ts';
import { livePerson, type Person } from '../people/person.ts';
import { planPeople } from '../people/plan.ts';
import type { Letter, Service } from '../people/service.ts';
import { openProductDesk } from '../product/desk.ts';
import { settlePeople } from '../product/settle.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { realSeconds, type Tempo, tempoOf, tieClocks } from './clock.ts';
import { openTheDay } from './day.ts';
import { type Load, watchLoad } from './load.ts';
import { openStage, type Stage } from './stage.ts';
import { orderTrouble } from './trouble.ts';

export type PolicyName = 'ours' | 'of-the-day';
export type Order = {
  scenario: Scenario;
  people: number;
  seed: number;
  policy: PolicyName;
  /** False: the same people on a day without the incident. */
  incident: boolean;
  /** How fast time runs while people ask; null: as the machine will bear. */
  rate: number | null;
};
export type Run = {
  order: Order;
  diaries: Diary[];
  /** Virtual milliseconds. */
  began: number;
  /** When the provider closed its lane to us; null: it did not. */
  closedAt: number | null;
  smsAccepted: number;
  tempo: Tempo;
  load: Load;
};

const IDLE_SECONDS = 30;

/** Replays an incident once, on an empty, migrated database that is this run's own. */
export async function replay(order: Order, databaseUrl: string, folder: string): Promise<Run> {
  const { scenario, people: count, seed, incident } = order;
  const undo = makeUndo();
  try {
    const stage = await openStage(undo, databaseUrl, folder);
    const { clock, inbox } = stage.office;
    const plans = planPeople(scenario, count, seed);
    const { service, pid } = await openService(undo, stage, order, plans);
    const tempo = tempoOf(scenario, order);
    await tieClocks(clock, stage.aside, tempo);
    const load = watchLoad(pid);
    const began = clock.now().getTime();
    const trouble = incident ? orderTrouble(stage.office, scenario, count, seed) : undefined;
    const people = plans.map((plan) => livePerson(plan, { clock, service }));
    undo.add(inbox.onArrival(postman(people)));
    undo.add(noteOpening(stage, scenario, service, people));
    await untilTheEnd(stage, people, scenario.end);
    const measured = load();
    await Promise.all(people.map((person) => person.stop()));
    const diaries = people.map(({ diary }) => diary);
    const smsAccepted = stage.office.smsc.accepted();
    return {
      order,
      diaries,
      began,
      closedAt: trouble?.closedAt() ?? null,
      smsAccepted,
      tempo,
      load: measured,
    };
  } finally {
    await undo.run();
  }
}

async function openService(
  undo: ReturnType<typeof makeUndo>,
  stage: Stage,
  { policy, scenario, seed }: Order,
  plans: ReturnType<typeof planPeople>,
): Promise<{ service: Service; pid?: number }> {
  if (policy === 'of-the-day') {
    const day = await openTheDay(stage, scenario, seed);
    undo.add(day.close);
    return { service: day.desk };
  }
  const running = await stage.startWorker();
  const owners = await settlePeople(plans, stage);
  const desk = await openProductDesk({ ...stage, owners });
  undo.add(desk.close);
  return { service: desk, pid: running.pid };
}

/** Brings each message to whom it is for. */
function postman(people: Person[]): (message: PostOfficeMessage) => void {
  const byAddress = new Map(
    people.flatMap((person) =>
      Object.values(person.diary.plan.addresses).map((address) => [address, person] as const),
    ),
  );
  return ({ to, channel, code, text, receivedAt }) => {
    if (code === null) return;
    const letter: Letter = { channel, code, text, at: Date.parse(receivedAt) };
    byAddress.get(to)?.receive(letter);
  };
}

const ASKED_BEFORE_SECONDS = 20;

/** Whose code will still be alive as the lane opens again: asked a little before, since much happens at that moment. */
function noteOpening(stage: Stage, { trouble }: Scenario, service: Service, people: Person[]): () => void {
  if (trouble.kind !== 'taken-for-spam') return () => {};
  const { clock } = stage.office;
  return clock.after(Math.max(0, trouble.opensAt - ASKED_BEFORE_SECONDS), async () => {
    const opensAt = clock.now().getTime() + ASKED_BEFORE_SECONDS * 1_000;
    for (const { diary } of people) {
      if (diary.askedAt === null || diary.usableAt !== null) continue;
      diary.aliveAtOpening = await service.livesUntil(diary.plan, opensAt).catch(() => null);
    }
  });
}

/** Until the scenario's end; or until everybody has finished and nothing is under way any more. */
async function untilTheEnd({ office, aside }: Stage, people: Person[], end: number): Promise<void> {
  const { clock } = office;
  await new Promise<void>((resolve) => {
    const callOff = clock.after(end, resolve);
    const look = async () => {
      const all = people.every((person) => person.finished());
      const { rows } = all
        ? await aside.query(`SELECT 1 FROM message WHERE state = 'QUEUED' LIMIT 1`)
        : { rows: [1] };
      if (all && rows.length === 0 && clock.pending() <= 1) {
        callOff();
        resolve();
      } else clock.after(IDLE_SECONDS, () => void look());
    };
    clock.after(IDLE_SECONDS, () => void look());
  });
}

/** Real seconds that a run takes at most. */
export const estimate = (order: Order): number =>
  realSeconds(tempoOf(order.scenario, order), order.scenario.end);
