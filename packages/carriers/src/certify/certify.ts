import { digestOf } from '../config/canonical.ts';
import { settingsOf } from '../config/settings.ts';
import type { Sender } from '../contract.ts';
import type { RouteConfig } from '../registry.gen.ts';
import { judgeAcceptance, judgeAnswers, judgeDisconnect, judgeLatency, judgeSilence } from './load.ts';
import { judgeThrottle } from './press.ts';
import { type Criterion, judgeRun, type Report, seal } from './report.ts';
import { judgeBinds } from './sms-binds.ts';
import { judgeReceipts, judgeTexts, judgeValidity, judgeWindow } from './sms-texts.ts';
import { judgeGreeting } from './smtp-greeting.ts';
import { judgeBurst, judgeThroughput } from './throughput.ts';
import { type CertifyOptions, openTrial, type Trial } from './trial.ts';

export { settingsOf } from '../config/settings.ts';
export { renderReport } from './render.ts';
export { type Report, readReport } from './report.ts';

/**
 * Runs the conformance suite against a route, as it is configured, and says what was found. It sends some hundred messages
 * to `options.to`. What the carrier does not show is "not observable", never a pass.
 */
export async function certify(route: RouteConfig, sender: Sender, options: CertifyOptions): Promise<Report> {
  const startedAt = options.now().toISOString();
  const first = route.kind === 'smpp' ? await judgeBinds(route, sender, options) : await judgeGreeting(route);
  const trial = await openTrial(route, sender, options);
  try {
    const criteria = [...first, ...(await judgeTrial(route, trial))];
    const settings = settingsOf(route, sender);
    return seal({
      ...{ format: 'sampai/carrier-report/2', route: route.name, kind: route.kind, lanes: route.lanes },
      ...{ settings, configured: digestOf(settings) },
      ...{ startedAt, endedAt: options.now().toISOString() },
      ...{ criteria, ...judgeRun(route.kind, criteria) },
    });
  } finally {
    await trial.close();
  }
}

async function judgeTrial(route: RouteConfig, trial: Trial): Promise<Criterion[]> {
  const sms = route.kind === 'smpp' ? route : undefined;
  const criteria = [await judgeAcceptance(trial)];
  // Whoever takes nothing is not asked a hundred times more.
  if (criteria[0]?.verdict === 'fail') return criteria;
  if (sms) criteria.push(...(await judgeTexts(trial)), await judgeValidity(trial));
  else criteria.push(await judgeMailText(trial));
  if (sms) criteria.push(await judgeWindow(trial, sms.window));
  criteria.push(await judgeLatency(trial), await judgeThroughput(trial));
  criteria.push(await judgeBurst(trial), await judgeThrottle(trial));
  criteria.push(judgeAnswers(trial.sent));
  if (sms) criteria.push(await receiptsOf(sms, trial));
  return [...criteria, await judgeSilence(trial), await judgeDisconnect(trial)];
}

async function judgeMailText(trial: Trial): Promise<Criterion> {
  const { message, outcome } = await trial.send(trial.text('kode “123456” – 密码 ñ'));
  const seen = outcome.kind === 'accepted' ? await trial.seen(message.text) : false;
  const said = { id: 'text', required: seen !== undefined };
  if (seen === undefined)
    return { ...said, verdict: 'not observable', why: 'nobody reads the mailbox (--handset)' };
  return seen
    ? { ...said, verdict: 'pass', why: 'arrived letter by letter' }
    : { ...said, verdict: 'fail', why: 'did not arrive as it was written' };
}

async function receiptsOf({ receipts }: { receipts: boolean }, trial: Trial): Promise<Criterion> {
  if (receipts) return judgeReceipts(trial);
  const why = 'the route is configured to ask for none';
  return { id: 'receipts', required: false, verdict: 'not observable', why };
}
