import { TAKEN_BACK } from '../../contract.ts';
import { makeWindow } from '../../window.ts';
import type { Mail } from './compose.ts';
import type { SmtpRoute } from './config.ts';
import { MailFailed, type MailLine, openMailLine } from './line.ts';

// nodemailer has a pool of its own; it tries a mail again by itself when a used connection is answered 421, up to five
// times within seconds, and then reports that the connection was lost. Gmail's 421-4.7.28 must reach us at once, as it
// is, and must not be hammered: hence this one, over nodemailer's connections.

/** Connections to a relay, each used again and again. */
export type Pool = {
  /** Resolves with the relay's good reply. @throws MailFailed, also when `mayGo` says no once a connection is at hand */
  post(mail: Mail, mayGo?: () => boolean): Promise<string>;
  /** Lets what is under way finish, then says goodbye on every connection. */
  close(): Promise<void>;
};

type Idle = { line: MailLine; timer: NodeJS.Timeout };

export function makePool(route: SmtpRoute): Pool {
  const places = makeWindow(route.connections);
  const idle: Idle[] = [];
  let closing = false;

  const takeIdle = (): MailLine | undefined => {
    for (let it = idle.pop(); it; it = idle.pop()) {
      clearTimeout(it.timer);
      if (it.line.usable()) return it.line;
    }
    return undefined;
  };

  const putBack = (line: MailLine) => {
    if (closing || !line.usable() || line.posted() >= route.messagesPerConnection) return line.quit();
    const it = { line, timer: setTimeout(() => drop(it), route.idleSeconds * 1000) };
    idle.push(it);
  };
  const drop = (it: Idle) => {
    idle.splice(idle.indexOf(it), 1);
    it.line.quit();
  };

  const postOver = async (line: MailLine, mail: Mail, mayGo: () => boolean): Promise<string> => {
    try {
      if (!mayGo()) throw new MailFailed(TAKEN_BACK.reply, {});
      return await line.post(mail);
    } finally {
      putBack(line);
    }
  };

  return {
    async post(mail, mayGo = () => true) {
      if (closing) throw new MailFailed('CLOSED', {});
      if (!(await places.enter(route.connectSeconds * 1000))) throw new MailFailed('POOL_FULL', {});
      try {
        const used = takeIdle();
        if (!used) return await postOver(await openMailLine(route), mail, mayGo);
        try {
          return await postOver(used, mail, mayGo);
        } catch (failure) {
          if (!wentStale(failure)) throw failure;
          return await postOver(await openMailLine(route), mail, mayGo);
        }
      } finally {
        places.leave();
      }
    },
    async close() {
      closing = true;
      await places.empty();
      for (const it of idle.splice(0)) {
        clearTimeout(it.timer);
        it.line.quit();
      }
    },
  };
}

/** A connection that the relay had given up while it was idle, noticed only now: nothing of the mail went out. */
function wentStale(failure: unknown): boolean {
  if (!(failure instanceof MailFailed) || failure.onItsWay || failure.message === TAKEN_BACK.reply)
    return false;
  return failure.reply === undefined ? failure.message !== 'ETIMEDOUT' : /^421[ -]4\.4\./.test(failure.reply);
}
