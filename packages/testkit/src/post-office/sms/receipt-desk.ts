import type { Session } from './library.ts';

type Receipt = Record<string, unknown>;
type Window = { systemId: string; unanswered: Set<Receipt> };

/** Where receipts wait for a line that takes them: a real SMSC keeps them through a break and sends them later. */
export type ReceiptDesk = {
  /** A line that receives was bound: what waits for its system id goes out. */
  come(session: Session, systemId: string): void;
  gone(session: Session): void;
  /** Sends a receipt, by the line the message came on if that one receives. */
  hand(receipt: Receipt, systemId: string, cameOn: Session): void;
};

const MOST_WAITING = 100_000;

export function makeReceiptDesk(): ReceiptDesk {
  const windows = new Map<Session, Window>();
  const waiting = new Map<string, Receipt[]>();

  const keep = (systemId: string, receipt: Receipt) => {
    const own = waiting.get(systemId) ?? [];
    if (own.length < MOST_WAITING) own.push(receipt);
    waiting.set(systemId, own);
  };

  const send = (session: Session, window: Window, receipt: Receipt) => {
    window.unanswered.add(receipt);
    // The library makes its own PDU object of the fields, so they can be sent a second time.
    session.deliver_sm(receipt, ({ command_status }) => {
      window.unanswered.delete(receipt);
      // Not taken: it waits for the next bind.
      if (command_status !== 0) keep(window.systemId, receipt);
    });
  };

  const lineFor = (systemId: string, cameOn: Session) => {
    if (windows.has(cameOn)) return cameOn;
    for (const [session, window] of windows) if (window.systemId === systemId) return session;
    return undefined;
  };

  return {
    come(session, systemId) {
      const window = { systemId, unanswered: new Set<Receipt>() };
      windows.set(session, window);
      const due = waiting.get(systemId) ?? [];
      waiting.delete(systemId);
      for (const receipt of due) send(session, window, receipt);
    },
    gone(session) {
      const window = windows.get(session);
      windows.delete(session);
      for (const receipt of window?.unanswered ?? []) keep(window?.systemId ?? '', receipt);
    },
    hand(receipt, systemId, cameOn) {
      const session = lineFor(systemId, cameOn);
      const window = session && windows.get(session);
      if (session && window) send(session, window, receipt);
      else keep(systemId, receipt);
    },
  };
}
