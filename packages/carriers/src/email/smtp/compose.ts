import type DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Outbound, Sender } from '../../contract.ts';

/** `dsn`: what a relay that knows of it (RFC 3461) is asked to tell. */
export type Mail = { envelope: { from: string; to: string[]; dsn?: Dsn }; raw: Buffer };
type Dsn = { ret: 'HDRS'; notify: ('FAILURE' | 'DELAY')[]; orcpt: string };

/**
 * Builds the mail: plain text, and the same as simple HTML where no other is given. Marked as machine-made (RFC 3834),
 * so that no out-of-office note answers it, and with the moment after which it is of no use (RFC 2156, Expires).
 * Nothing in it can make us read a file or an address.
 */
export async function composeMail(message: Outbound, sender: Sender, dkim?: DKIM): Promise<Mail> {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const node = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: '', address: message.to },
    subject: message.subject ?? '',
    text: message.text,
    html: message.html ?? htmlOf(message.text),
    attachments: (message.attachments ?? []).map((file) => ({ ...file, content: Buffer.from(file.content) })),
    messageId: `<${message.id}@${domain}>`,
    date: message.now,
    headers: {
      Expires: message.expiresAt.toUTCString().replace('GMT', '+0000'),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  if (dkim) node.processFunc((input) => dkim.sign(input));
  const raw = await node.build();
  // The return path names the message, so that a bounce that comes hours later finds it (VERP).
  // Whoever forwards it is told whom it was written to, and no report brings the text of a code back.
  const to = [message.to];
  if (!sender.bounceDomain) return { envelope: { from: sender.address, to }, raw };
  const dsn: Dsn = { ret: 'HDRS', notify: ['FAILURE', 'DELAY'], orcpt: `rfc822;${message.to}` };
  return { envelope: { from: `bounce+${message.id}@${sender.bounceDomain}`, to, dsn }, raw };
}

/** Paragraphs and line breaks, no link, no picture: nothing a filter could take offence at. */
function htmlOf(text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const paragraphs = safe
    .trim()
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replace(/\n/g, '<br>')}</p>`);
  return `<!doctype html><html><body style="font:16px/1.5 sans-serif;color:#16233b">${paragraphs.join('')}</body></html>`;
}
