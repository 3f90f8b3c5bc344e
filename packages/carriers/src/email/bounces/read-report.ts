import { simpleParser } from 'mailparser';
import { keepableReply } from '../../reply.ts';
import { judgeReply } from '../smtp/judge-reply.ts';
import type { BounceAction, RecipientReport, Report } from './report-for.ts';

/** By the standard, and by its twin for addresses in UTF-8 (RFC 6533). */
const REPORT_TYPES = new Set(['message/delivery-status', 'message/global-delivery-status']);
const ACTIONS = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
const REPLY = /^([45]\d\d)[ -](?:([245]\.\d{1,3}\.\d{1,3})\b\s*)?(.*)$/s;
const BY_CLASS: Record<string, BounceAction> = { 2: 'delivered', 4: 'delayed', 5: 'failed' };

/**
 * Reads a delivery status notification (multipart/report with message/delivery-status, RFC 3464, or with
 * message/global-delivery-status, RFC 6533): what it says of each recipient, of whom `reportFor` finds ours.
 * @returns undefined when the mail is something else: an answer from a person, an out-of-office note
 */
export async function readReport(raw: Buffer): Promise<RecipientReport[] | undefined> {
  const mail = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  const status = mail.attachments.find(({ contentType }) => REPORT_TYPES.has(contentType));
  if (!status) return undefined;
  // The first group of fields is about the message, each further one about a recipient (RFC 3464, 2.1).
  const [, ...recipients] = groupsOf(status.content.toString('utf8'));
  const reports = recipients.flatMap((fields) => reportFrom(fields) ?? []);
  return reports.length > 0 ? reports : undefined;
}

function groupsOf(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .filter((group) => group.trim() !== '')
    .map((group) => {
      const fields = group.split('\n').map((line) => /^([\w-]+)\s*:\s*(.*)$/.exec(line));
      return new Map(fields.flatMap((it) => (it?.[1] ? [[it[1].toLowerCase(), it[2]?.trim() ?? '']] : [])));
    });
}

function reportFrom(fields: Map<string, string>): RecipientReport | undefined {
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1] ?? null;
  const word = fields.get('action')?.toLowerCase() ?? '';
  const action = ACTIONS.has(word) ? (word as BounceAction) : BY_CLASS[status?.charAt(0) ?? ''];
  if (!action) return undefined;
  // `smtp; 550 5.1.1 ...`: the type of the words stands before them.
  const words = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  const wentWrong = action === 'failed' || action === 'delayed';
  const refusal = wentWrong ? refusalFrom(words, status, action === 'failed' ? '550' : '450') : null;
  return {
    ...{ original: fields.get('original-recipient') || null, final: fields.get('final-recipient') || null },
    ...{ action, status, diagnostic: keepableReply(words || status || action), refusal },
  };
}

/** The far server's reply, where the words are one; what it leaves out the status says. */
function refusalFrom(words: string, status: string | null, code: string): Report['refusal'] {
  const [, said, enhanced, text = words] = REPLY.exec(words) ?? [];
  const { scope, signal, limit } = judgeReply(`${said ?? code} ${enhanced ?? status ?? ''} ${text}`);
  return { scope, ...(signal && { signal }), ...(limit && { limit }) };
}
