/** An SMTP reply as the server library wants it. */
export type SmtpReply = { code: number; text: string };

/** Reads "421 4.7.28 text" into code and text; undefined when it is no negative reply (RFC 5321, 4.2). */
export function smtpReply(raw: string): SmtpReply | undefined {
  const parts = /^([45]\d\d)[ -](.+)$/s.exec(raw.trim());
  if (!parts?.[1] || !parts[2]) return undefined;
  return { code: Number(parts[1]), text: parts[2] };
}

/** What the mailbox says when the order named no reply. */
export const USUAL_REPLY = {
  defer: { code: 451, text: '4.7.1 Please try again later' },
  refuse: { code: 550, text: '5.1.1 The email account that you tried to reach does not exist' },
} as const;
