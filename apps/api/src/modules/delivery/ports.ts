import type { Tx } from '#platform/database';

export type Channel = 'SMS' | 'EMAIL';
export type Content = {
  subject: string;
  text: string;
  html?: string;
  attachments?: { filename: string; content: Uint8Array; contentType: string }[];
};
export type ContentRequest = {
  ref: string;
  channel: Channel;
  locale: 'id' | 'en';
  originHost: string | null;
};

/** What happened to a message, told to its content's owner in the transaction that records it. */
export type Progress = {
  ref: string;
  kind: 'accepted' | 'delivered' | 'refused';
  channel: Channel;
  lane: string;
  at: Date;
  /** Whether the route that took it returns receipts: if not, acceptance is the last we hear. */
  receipts: boolean;
};

/** What the dispatcher needs from outside, wired in app/. */
export type DeliveryPorts = {
  /** The text to send now, or 'dead' where nobody needs it any more. Asked once per attempt, never stored. */
  contentOf(request: ContentRequest): Promise<Content | 'dead'>;
  onProgress(tx: Tx, progress: Progress): Promise<void>;
};
