import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof makeMetrics>;

/** Figures for /metrics. Labels are lanes, routes, purposes and outcomes: never a person, an id or an address. */
export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const perLane = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['lane'], registers: [registry] });
  return {
    registry,
    tokensIssued: counter('sampai_tokens_issued_total', 'Verification tokens issued', ['purpose', 'channel']),
    codesOffEmail: counter(
      'sampai_codes_off_email_total',
      'Codes that went by SMS as well or instead, each once',
      [...(['purpose', 'cause'] as const)],
    ),
    codesEntered: counter('sampai_codes_entered_total', 'Codes entered, by outcome', ['purpose', 'outcome']),
    resends: counter('sampai_resends_total', 'Resend decisions', ['verdict']),
    failovers: counter('sampai_failovers_total', 'Messages that did not get on, and what was done', [
      ...(['purpose', 'reason', 'verdict'] as const),
    ]),
    budgetExceeded: counter('sampai_sms_budget_exceeded_total', 'SMS above a budget', ['kind']),
    smsCodes: counter('sampai_sms_codes_total', 'Codes by SMS, asked for and entered right', [
      ...(['prefix', 'outcome'] as const),
    ]),
    smsRupiah: counter('sampai_sms_rupiah_total', 'What carriers charge for SMS they accepted', [
      ...(['lane', 'purpose'] as const),
    ]),
    workers: gauge(
      'sampai_workers_alive',
      'Workers heard of within the last 15 s: with none, no code goes out',
    ),
    judgedAgo: gauge('sampai_lanes_judged_seconds_ago', 'Age of what is known of the health of lanes'),
    challenges: counter('sampai_challenges_total', 'Proofs of work asked for and brought', ['outcome']),
    handover: new Histogram({
      name: 'sampai_handover_seconds',
      help: 'From queued to the answer of the carrier, written down, by app_now()',
      labelNames: ['route', 'outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800],
      registers: [registry],
    }),
    carrierAnswer: new Histogram({
      name: 'sampai_carrier_answer_seconds',
      help: 'How long a carrier takes to answer an attempt',
      labelNames: ['route', 'outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
      registers: [registry],
    }),
    laneHealth: perLane('sampai_lane_health', 'Lanes: 0 unknown, 1 green, 2 amber, 3 red, 4 closed'),
    lanePace: perLane(
      'sampai_lane_pace',
      'Messages a second that a lane may be given by all workers together',
    ),
    routeHealth: new Gauge({
      name: 'sampai_route_health',
      help: 'Configured routes, where they do worst: 0 unknown, 1 green, 2 amber, 3 red, 4 closed',
      labelNames: ['route'],
      registers: [registry],
    }),
    routeDeaf: new Gauge({
      name: 'sampai_route_deaf',
      help: 'Routes that take messages while no worker hears their receipts: 1',
      labelNames: ['route'],
      registers: [registry],
    }),
    waiting: perLane('sampai_messages_waiting', 'Messages that wait in a lane'),
    oldestWaiting: perLane('sampai_oldest_waiting_seconds', 'Age of the oldest message that waits in a lane'),
    incidentsOpened: counter('sampai_incidents_opened_total', 'Incidents that opened by themselves', [
      ...(['provider', 'reason'] as const),
    ]),
  };
}
