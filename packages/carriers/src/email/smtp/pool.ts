import { servesSeveral } from '../../config/route.ts';
import { type Connections, PART_FULL, TAKEN_BACK } from '../../contract.ts';
import { makeWindow } from '../../window.ts';
import type { Mail } from './compose.ts';
import type { SmtpRoute } from './config.ts';
import { MailFailed, type MailLine, openMailLine } from './line.ts';

// nodemailer has a pool of its own; it tries a mail again by itself when a used connection is answered 421, up to five
// times within seconds, and then reports that the connection was lost. Gmail's 421-4.7.28 must reach us at once, as it
// is, and must not be hammered: hence this one, over nodemailer's connections.

/** Connections to a relay, each used again and again. */
export type Pool = {
  connections: Connections;
  /** Resolves with the relay's good reply. @throws MailFailed, also when `mayGo` says no once a connection is at hand */
  post(mail: Mail, of?: { lane?: string | undefined; mayGo?: (() => boolean) | undefined }): Promise<string>;
  /** Lets what is under way finish, then says goodbye on every connection. */
  close(): Promise<void>;
};

type Idle = { line: MailLine; timer: NodeJS.Timeout };

export function makePool(route: SmtpRoute): Pool {
  const places = makeWindow(route.connections);
  const isShared = servesSeveral(route);
  const idle: Idle[] = [];
  let allowed = route.connections;
  // Connections that come up, stand, or are being closed; the last of them take places until they are gone.
  let standing = 0;
  let leaving = 0;
  let closing = false;

  const fitPlaces = () => places.resize(Math.max(0, allowed - leaving));
  const retire = (line: MailLine) => {
    leaving += 1;
    fitPlaces();
    line.quit();
    void line.closed.then(() => {
      leaving -= 1;
      fitPlaces();
    });
  };
  const open = async (): Promise<MailLine> => {
    standing += 1;
    try {
      const line = await openMailLine(route);
      void line.closed.then(() => {
        standing -= 1;
      });
      return line;
    } catch (failure) {
      standing -= 1;
      throw failure;
    }
  };

  const takeIdle = (): MailLine | undefined => {
    for (let it = idle.pop(); it; it = idle.pop()) {
      clearTimeout(it.timer);
      if (it.line.usable()) return it.line;
      retire(it.line);
    }
    return undefined;
  };

  /** Says whether the connection has ended, and not because there were too many. */
  const putBack = (line: MailLine): boolean => {
    const tooMany = standing - leaving > allowed;
    const spent = !line.usable() || line.posted() >= route.messagesPerConnection;
    if (closing || tooMany || spent) {
      retire(line);
      return spent;
    }
    const it = { line, timer: setTimeout(() => drop(it), route.idleSeconds * 1000) };
    idle.push(it);
    return false;
  };
  const drop = (it: Idle) => {
    clearTimeout(it.timer);
    idle.splice(idle.indexOf(it), 1);
    retire(it.line);
  };

  /**
   * A connection that a refusal ended, or that is used up, is opened again in the place of who used it: the next mail, of another
   * lane, does not wait for a greeting because of it.
   */
  const replace = async (ended: MailLine) => {
    await ended.closed;
    if (closing || standing >= allowed) return;
    await open().then(putBack, () => {}); // who needs one is told
  };

  return {
    connections: {
      most: route.connections,
      least: isShared ? 2 : 1,
      allow(count) {
        allowed = count;
        fitPlaces();
        for (const it of idle.slice(0, Math.max(0, standing - leaving - allowed))) drop(it);
      },
      allowed: () => allowed,
      used: () => standing,
    },
    async post(mail, { lane: its, mayGo = () => true } = {}) {
      if (closing) throw new MailFailed('CLOSED', {});
      const lane = isShared ? its : undefined;
      const entry = await places.enter(route.connectSeconds * 1000, lane);
      if (entry !== 'inside') throw new MailFailed(entry === 'full' ? 'POOL_FULL' : PART_FULL.reply, {});
      let ended: MailLine | undefined;
      const postOver = async (line: MailLine): Promise<string> => {
        try {
          if (!mayGo()) throw new MailFailed(TAKEN_BACK.reply, {});
          return await line.post(mail);
        } finally {
          ended = putBack(line) ? line : undefined;
        }
      };
      try {
        const used = takeIdle();
        if (!used) return await postOver(await open());
        try {
          return await postOver(used);
        } catch (failure) {
          if (!wentStale(failure)) throw failure;
          ended = undefined; // here comes another
          return await postOver(await open());
        }
      } finally {
        if (ended && isShared) void replace(ended).finally(() => places.leave(lane));
        else places.leave(lane);
      }
    },
    async close() {
      closing = true;
      await places.empty();
      for (const it of [...idle]) drop(it);
    },
  };
}

/** A connection that the relay had given up while it was idle, noticed only now: nothing of the mail went out. */
function wentStale(failure: unknown): boolean {
  if (!(failure instanceof MailFailed) || failure.onItsWay || failure.message === TAKEN_BACK.reply)
    return false;
  return failure.reply === undefined ? failure.message !== 'ETIMEDOUT' : /^421[ -]4\.4\./.test(failure.reply);
}
