/**
 * What can go wrong that no person caused: the network, an outage, a bug. Refusals are data and never come here.
 */
export type TroubleKind = 'offline' | 'maintenance' | 'server';

export class Trouble extends Error {
  readonly kind: TroubleKind;
  /** What an agent can look up; the server gives it with every masked error. */
  readonly incidentId: string | undefined;

  constructor(kind: TroubleKind, incidentId?: string) {
    super(kind);
    this.name = 'Trouble';
    this.kind = kind;
    this.incidentId = incidentId;
  }
}

/** Any thrown thing as Trouble; what we did not foresee is ours. */
export function asTrouble(error: unknown): Trouble {
  return error instanceof Trouble ? error : new Trouble('server');
}

type Answer = { errors?: { extensions?: Record<string, unknown> }[]; data?: unknown };

/** The trouble in an answer of the API, or null when it is an answer. */
export function troubleIn(status: number, body: unknown): Trouble | null {
  const answer = (typeof body === 'object' && body !== null ? body : {}) as Answer;
  const [first] = Array.isArray(answer.errors) ? answer.errors : [];
  if (first === undefined && status < 300 && 'data' in answer) return null;
  const { incident, code } = first?.extensions ?? {};
  const closed = code === 'MAINTENANCE' || (code === undefined && status === 503);
  return new Trouble(closed ? 'maintenance' : 'server', typeof incident === 'string' ? incident : undefined);
}
