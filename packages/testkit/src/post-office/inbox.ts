import { EventEmitter } from 'node:events';
import { addressKey } from './address.ts';

export type Channel = 'SMS' | 'EMAIL';

export type Attachment = { filename: string; contentType: string; bytes: number };

/** What a person would see on the phone or in the mailbox. `to` is `+62...` or a mail address in lower case. */
export type PostOfficeMessage = {
  id: string;
  to: string;
  channel: Channel;
  from: string;
  /** ISO 8601, UTC, by the post office's clock. */
  receivedAt: string;
  subject?: string;
  text: string;
  /** The six-digit code in the text, if there is one. */
  code: string | null;
  attachments?: Attachment[];
};

/** What stands behind a mail beyond its text: for the newest mails only, so that a long run stays small. */
type MailParts = {
  html?: string;
  headers: [string, string][];
  /** Where a bounce would go, and the mail as it came. */
  returnPath?: string;
  raw?: Buffer;
  files: { meta: Attachment; content: Uint8Array }[];
};

export type Inbox = {
  put(message: Omit<PostOfficeMessage, 'id'>, parts?: MailParts): PostOfficeMessage;
  /** Newest first. Without an address: everybody's, the newest 200. */
  messages(to?: string): PostOfficeMessage[];
  parts(id: string): MailParts | undefined;
  /** Calls back at each arrival. Returns a function that ends it. */
  onArrival(listener: (message: PostOfficeMessage) => void): () => void;
  /** How many arrived since the start, also those no longer kept. */
  count(): number;
  clear(): void;
};

const KEPT_PARTS = 200;
const LISTED_FOR_ALL = 200;

/** Keeps the newest `keep` messages in memory. */
export function makeInbox(keep = 50_000): Inbox {
  const events = new EventEmitter().setMaxListeners(0);
  const byAddress = new Map<string, PostOfficeMessage[]>();
  const parts = new Map<string, MailParts>();
  let all: PostOfficeMessage[] = [];
  let arrived = 0;

  const forget = (many: PostOfficeMessage[]) => {
    for (const { to, id } of many) {
      const rest = byAddress.get(to)?.filter((m) => m.id !== id) ?? [];
      if (rest.length > 0) byAddress.set(to, rest);
      else byAddress.delete(to);
      parts.delete(id);
    }
  };

  return {
    put(arriving, its) {
      arrived += 1;
      const message = { id: String(arrived), ...arriving, to: addressKey(arriving.to) };
      all.push(message);
      const own = byAddress.get(message.to);
      if (own) own.push(message);
      else byAddress.set(message.to, [message]);
      if (its) {
        parts.set(message.id, its);
        const oldest = parts.keys().next();
        if (parts.size > KEPT_PARTS && !oldest.done) parts.delete(oldest.value);
      }
      // Cut in slices: dropping one message per arrival would copy the list every time.
      if (all.length > keep * 1.1) {
        forget(all.slice(0, all.length - keep));
        all = all.slice(-keep);
      }
      events.emit('arrival', message);
      return message;
    },
    messages: (to) =>
      to === undefined
        ? all.slice(-LISTED_FOR_ALL).reverse()
        : [...(byAddress.get(addressKey(to)) ?? [])].reverse(),
    parts: (id) => parts.get(id),
    onArrival(listener) {
      events.on('arrival', listener);
      return () => events.off('arrival', listener);
    },
    count: () => arrived,
    clear() {
      all = [];
      byAddress.clear();
      parts.clear();
    },
  };
}
