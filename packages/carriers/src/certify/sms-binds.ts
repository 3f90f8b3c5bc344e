import type { Outbound, Sender } from '../contract.ts';
import { twinsOf } from '../sms/smpp/ids.ts';
import { BindFailed, type Line, openLine } from '../sms/smpp/line.ts';
import { readReceipt } from '../sms/smpp/receipt.ts';
import { submitFields } from '../sms/smpp/submit.ts';
import type { Criterion } from './report.ts';
import { type CertifyOptions, PATIENCE_SECONDS } from './trial.ts';

type SmppRoute = Parameters<typeof openLine>[0];
const LIFE_MS = 600_000;

type Opened = { lines: Line[]; trouble: string | undefined };

/**
 * What the bare protocol shows, before anything else is bound, since a receipt goes to any line of the same account: which
 * binds are given, whether the line is encrypted, how ids are written. */
export async function judgeBinds(
  route: SmppRoute,
  sender: Sender,
  options: CertifyOptions,
): Promise<Criterion[]> {
  const raw: string[] = [];
  let look = () => {};
  /** Kept when a receipt names this id in some spelling, or nothing did in time: others may be left from before. */
  const named = (id: string, seconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      look = () => {
        if (spellingOf(id, raw) === undefined) return;
        clearTimeout(timer);
        resolve();
      };
      look();
    });
  const onDeliver = async (pdu: Parameters<typeof readReceipt>[0]) => {
    raw.push(...(readReceipt(pdu)?.providerIds ?? []));
    look();
    return true;
  };
  const open = async (...binds: ('transceiver' | 'transmitter' | 'receiver')[]): Promise<Opened> => {
    const opened: Opened = { lines: [], trouble: undefined };
    for (const bind of binds)
      try {
        opened.lines.push(await openLine(route, bind, onDeliver));
      } catch (fault) {
        opened.trouble = fault instanceof BindFailed ? fault.code : String(fault);
      }
    return opened;
  };
  const close = ({ lines }: Opened) => Promise.all(lines.map((line) => line.close()));

  const one = await open('transceiver');
  await close(one);
  const two = await open('transmitter', 'receiver');
  const wanted = { auto: [one, two], transceiver: [one], pair: [two] }[route.bind];
  const usable = wanted.some(({ trouble }) => trouble === undefined);
  const criteria: Criterion[] = [
    transport(route, usable),
    bindCriterion('transceiver', one),
    bindCriterion('transmitter and receiver', two),
    {
      ...{ id: 'bind', required: true, verdict: usable ? 'pass' : 'fail' },
      why: usable
        ? `as configured (${route.bind})`
        : `not as configured (${route.bind}): ${wanted[0]?.trouble}`,
    },
  ];
  const standing = two.trouble === undefined ? two : await open('transceiver');
  const [line] = standing.lines;
  if (usable && line && route.receipts) {
    const sent = await line.submit(submitFields(plainMessage(options), route, sender));
    const id = typeof sent === 'object' && sent.command_status === 0 ? (sent.message_id ?? '') : '';
    if (id !== '') await named(id, options.patience ?? PATIENCE_SECONDS);
    criteria.push(judgeIds(id, raw));
  }
  await close(standing);
  return criteria;
}

function plainMessage({ to, now }: CertifyOptions): Outbound {
  const at = now();
  const text = `Sampai: uji id ${at.getTime().toString(36)}`;
  return { id: 'uji-id', to, text, now: at, expiresAt: new Date(at.getTime() + LIFE_MS) };
}

function transport({ tls }: SmppRoute, usable: boolean): Criterion {
  if (tls === false) {
    const why = 'in the clear: only over a private line or a VPN, which cannot be seen from here';
    return { id: 'tls', required: false, verdict: 'not observable', why };
  }
  const why = usable ? 'encrypted, and the certificate is in order' : 'no line came up';
  return { id: 'tls', required: true, verdict: usable ? 'pass' : 'fail', why };
}

const bindCriterion = (id: string, { trouble }: Opened): Criterion => ({
  ...{ id, required: false, verdict: trouble === undefined ? 'pass' : 'fail' },
  why: trouble === undefined ? 'given' : trouble === 'BIND_SILENT' ? 'never answered' : trouble,
});

/** A receipt whose id cannot be brought to the message is no receipt. Hex here and decimal there is usual, and told. */
function judgeIds(id: string, raw: string[]): Criterion {
  const of = (verdict: Criterion['verdict'], why: string): Criterion => ({
    ...{ id: 'ids', required: verdict === 'fail', verdict, why },
  });
  if (id === '') return of('fail', 'the message that asked for it was not taken, or got no id');
  if (raw.length === 0)
    return of('not observable', 'no receipt came: none was sent, or another line of this account took it');
  const written = spellingOf(id, raw);
  if (written === undefined)
    return of('fail', 'receipts came, and none names the id that was given, in no spelling');
  if (written === id) return of('pass', 'the receipt repeats the id as it was given');
  const decimal = /^[\da-f]+$/i.test(id) && BigInt(`0x${id}`).toString() === written;
  return of('pass', decimal ? 'hexadecimal when given, decimal in the receipt' : 'decimal and hexadecimal');
}

const spellingOf = (id: string, raw: string[]): string | undefined =>
  raw.find((written) => written === id) ?? raw.find((written) => twinsOf(id).includes(written));
