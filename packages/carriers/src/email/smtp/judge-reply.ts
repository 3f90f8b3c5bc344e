import type { Refusal, Scope } from '../../contract.ts';
import { keepableReply } from '../../reply.ts';

type Reply = { code: number; enhanced: string; text: string };
type Rule = { scope: Scope; code?: RegExp; enhanced?: RegExp; text?: RegExp };

// How far a negative reply reaches. The reply's class says whether to come again, and nothing below may overrule it:
// Yahoo's "421 ... permanently deferred" stays a deferral. The first rule that fits decides the scope; rules by text
// stand before the enhanced code only where a provider uses one code for different things.
const RULES: Rule[] = [
  // Gmail: the same Message-ID too often is this mail's trouble, under the code of its rate limits.
  { scope: 'message', enhanced: /^4\.7\.28$/, text: /message-id/i },
  // Gmail's rate limits, by IP, netblock, DKIM domain, SPF domain or linked domain: none leaves a way round.
  { scope: 'lane', text: /unusual rate|unsolicited|reputation|rate limited/i },
  // Yahoo: deferred for volume or complaints, for good, and for policy.
  { scope: 'lane', text: /\[(TSS?\d+|PH\d+|BL\d+|IPTS\d+)\]/ },
  // Amazon SES: our account's own rate, whoever the mail is for.
  { scope: 'route', text: /maximum sending rate|daily message quota|throttling failure/i },
  {
    scope: 'route',
    text: /relay(ing)? (access )?(denied|not permitted)|too many connections|max message per connection/i,
  },
  {
    scope: 'recipient',
    text: /greylist|mailbox (is )?full|over quota|receiving mail (at a rate|too quickly)/i,
  },
  // Who may send here: account, sender, authentication of the domain, policy.
  { scope: 'route', code: /^5[35]0$/, enhanced: /^5\.7\.(3|8|9\b.*auth)/ },
  { scope: 'route', code: /^53\d$/ },
  { scope: 'lane', enhanced: /^[45]\.7\./ },
  // RFC 3463: x.1 address, x.2 mailbox, x.3 mail system, x.4 network and routing, x.5 protocol, x.6 content.
  { scope: 'route', enhanced: /^[45]\.1\.[78]$/ },
  { scope: 'message', enhanced: /^[45]\.(2\.3|3\.4|5\.|6\.)/ },
  { scope: 'recipient', enhanced: /^[45]\.[12]\./ },
  { scope: 'route', enhanced: /^[45]\.[34]\./ },
  // No enhanced code: RFC 5321, 4.2.2.
  { scope: 'recipient', code: /^(45[02]|55[013])$/ },
  { scope: 'message', code: /^55[24]$/ },
  { scope: 'route', code: /^(421|451|454|455|50\d)$/ },
];

/** What a negative SMTP reply, as received, means: class first, then enhanced code, then text. */
export function judgeReply(raw: string): Refusal {
  const reply = parse(raw);
  const kind = isFinal(reply) ? 'refused' : 'deferred';
  const scope = RULES.find((rule) => fits(rule, reply))?.scope ?? 'message';
  return { kind, scope, reply: keepableReply(raw) };
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

function parse(raw: string): Reply {
  const lines = raw.split(/\r?\n/).map((line) => line.replace(/^\d{3}[ -]?/, ''));
  const enhanced = /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(lines[0] ?? '')?.[1] ?? '';
  return { code: Number(raw.slice(0, 3)) || 0, enhanced, text: lines.join(' ') };
}
