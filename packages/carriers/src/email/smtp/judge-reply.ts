import type { Limit, Refusal, Scope, Signal } from '../../contract.ts';
import { keepableReply } from '../../reply.ts';

type Reply = { code: number; enhanced: string; text: string };
type Rule = { scope: Scope; signal?: Signal; code?: RegExp; enhanced?: RegExp; text?: RegExp };

// On a list of addresses that anybody may ask, as Spamhaus keeps them. Of senders and domains there are such lists, too.
const OUR_IP_IS_LISTED =
  /^(?!.*\b(sender|recipient|domain|url)\b.*\b(blocked|listed)\b).*(client host \S+ (is )?blocked|blocked using|\blisted (in|on|at|by) .*(black[- ]?list|block[- ]?list|spamhaus))/i;

// How far a negative reply reaches, and what it asks of our pace. The reply's class says whether to come again, and
// nothing below may overrule it: Yahoo's "421 ... permanently deferred" stays a deferral. The first rule that fits
// decides; rules by text stand before the enhanced code only where a provider uses one code for different things.
const RULES: Rule[] = [
  // Gmail: one person who is written to too often, or one Message-ID, under words like those of its rate limits.
  { scope: 'recipient', enhanced: /^[45]\.2\./, text: /receiving mail/i },
  { scope: 'message', enhanced: /^4\.7\.28$/, text: /message-id/i },
  // Gmail's rate limits, by IP, netblock, DKIM domain, SPF domain or linked domain: LIMITS tells which.
  { scope: 'lane', signal: 'stop', enhanced: /^[45]\.7\.28$/ },
  { scope: 'lane', signal: 'stop', text: /unusual rate of .*mail/i },
  // Words that anybody's server may use. Whoever refuses for good by them speaks for himself.
  { scope: 'lane', signal: 'stop', code: /^4/, text: /unsolicited|reputation|rate limited/i },
  // Yahoo: deferred for volume or complaints (TS, TSS), or on a block list (BL); then for policy.
  { scope: 'lane', signal: 'stop', text: /\[(TSS?|BL)\d+\]/ },
  { scope: 'lane', text: /\[(PH\d+|IPTS\d+)\]/ },
  // Outlook: on its block list, or banned for now; and too busy, which is about rate (AS(77714)).
  { scope: 'lane', signal: 'stop', text: /on our block list/i },
  { scope: 'lane', signal: 'stop', enhanced: /^5\.7\.6(0[6-9]|[1-4]\d)$/ },
  { scope: 'lane', signal: 'slow-down', enhanced: /^4\.7\.500$/ },
  // Whoever asks such a list refuses the relay, and takes the mail from another one.
  { scope: 'route', signal: 'stop', enhanced: /^([45]\.7\.\d+)?$/, text: OUR_IP_IS_LISTED },
  // Gmail, of what the mail is like: its recipient is there, and wants mail.
  { scope: 'message', enhanced: /^5\.7\.1$/, text: /likely (unsolicited mail|suspicious)/i },
  // Amazon SES: our account's own rate, whoever the mail is for. The day's quota is not helped by going slower.
  { scope: 'route', text: /daily message quota/i },
  { scope: 'route', signal: 'slow-down', text: /maximum sending rate|throttling failure/i },
  {
    scope: 'route',
    signal: 'slow-down',
    text: /too many (concurrent )?connections|concurrent (server )?connections|max message per connection/i,
  },
  { scope: 'route', text: /relay(ing)? (access )?(denied|not permitted)/i },
  {
    scope: 'recipient',
    text: /greylist|mailbox (is )?full|over quota|receiving mail (at a rate|too quickly)/i,
  },
  // Who may send here: account, sender, authentication of the domain, policy.
  { scope: 'route', code: /^5[35]0$/, enhanced: /^5\.7\.(3|8|9\b.*auth)/ },
  { scope: 'route', code: /^53\d$/ },
  // RFC 3463, 3.8: this recipient, or whoever runs their domain, wants none of it (as Google's and Microsoft's customers may order, in
  // words of their own). Exchange: 5.7.1xx.
  { scope: 'recipient', enhanced: /^5\.7\.(1\d\d|[12])$/ },
  { scope: 'lane', enhanced: /^[45]\.7\./ },
  // RFC 3463: x.1 address, x.2 mailbox, x.3 mail system, x.4 network and routing, x.5 protocol, x.6 content.
  { scope: 'route', enhanced: /^[45]\.1\.[78]$/ },
  { scope: 'message', enhanced: /^[45]\.(2\.3|3\.4|5\.|6\.)/ },
  { scope: 'recipient', enhanced: /^[45]\.[12]\./ },
  // Exchange Online of whom a customer does not have.
  { scope: 'recipient', enhanced: /^5\.4\.1$/, text: /recipient address rejected/i },
  { scope: 'route', enhanced: /^[45]\.[34]\./ },
  // No enhanced code: RFC 5321, 4.2.2.
  { scope: 'recipient', code: /^(45[02]|55[013])$/ },
  { scope: 'message', code: /^55[24]$/ },
  { scope: 'route', code: /^(421|451|454|455|50\d)$/ },
];

// The domains before the address: a reply about a domain may go on to speak of "your IP address".
const LIMITS: [Limit, RegExp][] = [
  ['netblock', /netblock|part of their network/i],
  ['dkim', /dkim domain/i],
  ['spf', /spf domain/i],
  ['url', /url domain/i],
  // Yahoo names the address in words of many kinds, and what it means in its code: volume, or a block list of addresses.
  ['ip', /\bIP\b|messages from \[?[\da-f.:]+|mail server \[|\[(TSS?|BL)\d+\]/i],
  ['ip', OUR_IP_IS_LISTED],
];

/** What a negative SMTP reply, as received, means: class first, then enhanced code, then text. */
export function judgeReply(raw: string): Refusal {
  const reply = parse(raw);
  const kind = isFinal(reply) ? 'refused' : 'deferred';
  const { scope, signal } = RULES.find((rule) => fits(rule, reply)) ?? { scope: 'message' };
  const limit = signal === 'stop' ? LIMITS.find(([, words]) => words.test(reply.text))?.[0] : undefined;
  return { kind, scope, reply: keepableReply(raw), ...(signal && { signal }), ...(limit && { limit }) };
}

// 503 says that the conversation went wrong, not that the mail was refused: another connection may do.
const isFinal = ({ code }: Reply) => code >= 500 && code !== 503;

function fits(rule: Rule, { code, enhanced, text }: Reply): boolean {
  return (
    (rule.code?.test(String(code)) ?? true) &&
    (rule.enhanced?.test(enhanced) ?? true) &&
    (rule.text?.test(text) ?? true)
  );
}

const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})\b/;

function parse(raw: string): Reply {
  const lines = raw.split(/\r?\n/).map((line) => line.replace(/^\d{3}[ -]?/, ''));
  const enhanced = ENHANCED.exec(lines[0] ?? '')?.[1] ?? '';
  // Each line repeats the enhanced code, in the middle of a sentence.
  const text = lines.map((line) => line.replace(ENHANCED, '').trim()).join(' ');
  return { code: Number(raw.slice(0, 3)) || 0, enhanced, text };
}
