import { createTransport } from 'nodemailer';
import type { PostOfficeClock } from '../clock.ts';

type Bounced = { raw: Buffer; to: string; returnPath: string; status: string; seconds: number };

/** Tells a sender, some time after its mail was taken, that it could not be brought (or not yet, or was). */
export type Bouncer = { bounce(mail: Bounced): void };

const AGAIN_SECONDS = 1;
const TRIES = 30;
const ACTIONS: Record<string, string> = { 2: 'delivered', 4: 'delayed', 5: 'failed' };

/** A relay that reports to the mail server on `port` of this machine; without a port it keeps its bounces to itself. */
export function makeBouncer(clock: PostOfficeClock, port?: number): Bouncer {
  const bring = async (mail: Bounced, left: number): Promise<void> => {
    const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, logger: false });
    try {
      // A report has no return path itself, so that none goes round in circles (RFC 5321, 4.5.5).
      await transport.sendMail({ envelope: { from: '', to: [mail.returnPath] }, raw: reportOf(mail) });
    } catch (fault) {
      const { responseCode = 0 } = fault as { responseCode?: number };
      // What is refused for good is dropped, as a relay drops a bounce that nobody takes.
      if (responseCode < 500 && left > 1) clock.after(AGAIN_SECONDS, () => void bring(mail, left - 1));
    } finally {
      transport.close();
    }
  };
  return {
    bounce(mail) {
      if (port === undefined || mail.returnPath === '') return;
      clock.after(mail.seconds, () => void bring(mail, TRIES));
    },
  };
}

/** A delivery status notification as relays write it (RFC 3464), with the headers of the mail it is about. */
function reportOf({ raw, to, returnPath, status }: Omit<Bounced, 'seconds'>): string {
  const headers = raw.toString('latin1').split(/\r?\n\r?\n/)[0] ?? '';
  const action = ACTIONS[status.charAt(0)] ?? 'failed';
  return [
    'From: Mail Delivery System <MAILER-DAEMON@post-office.localhost>',
    `To: <${returnPath}>`,
    'Subject: Delivery Status Notification',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_report"',
    '',
    '--=_report',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your message to ${to}: ${action}.`,
    '',
    '--=_report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; post-office.localhost',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.example',
    `Diagnostic-Code: smtp; ${status.charAt(0)}50 ${status} <${to}>: as ordered`,
    '',
    '--=_report',
    'Content-Type: text/rfc822-headers',
    '',
    headers,
    '',
    '--=_report--',
    '',
  ].join('\r\n');
}
