import { part, tell } from './parts.js';
import { say } from './words.js';

const OPERATORS = { TELKOMSEL: 'Telkomsel', INDOSAT: 'Indosat', XL: 'XL', AXIS: 'Axis', TRI: 'Tri' };
const DOMAINS = ['gmail.com', 'yahoo.com', 'outlook.com'];
const KINDS = ['delay', 'defer', 'refuse', 'lose', 'noReceipt', 'silent', 'cut', 'bounce'];

const json = { 'content-type': 'application/json' };
const option = (value, label) => part('option', { value }, label);

function whomOptions() {
  return [
    option('{}', say('all')),
    option('{"channel":"SMS"}', say('allSms')),
    option('{"channel":"EMAIL"}', say('allMail')),
    ...Object.entries(OPERATORS).map(([id, name]) =>
      option(JSON.stringify({ operator: id }), say('carrier', name)),
    ),
    ...DOMAINS.map((domain) => option(JSON.stringify({ domain }), say('domain', domain))),
    option('this', say('this')),
  ];
}

const field = (label, control) => part('label', {}, part('span', {}, label), control);

function nameOf({ match, fault }) {
  const whom =
    match.to ??
    (match.operator &&
      say(
        'carrier',
        [match.operator]
          .flat()
          .map((one) => OPERATORS[one] ?? one)
          .join(', '),
      )) ??
    (match.domain && say('domain', [match.domain].flat().join(', '))) ??
    say(match.channel === 'SMS' ? 'allSms' : match.channel === 'EMAIL' ? 'allMail' : 'all');
  const detail = fault.seconds === undefined ? (fault.reply ?? '') : `${fault.seconds} s`;
  return `${whom}: ${say(fault.kind)} ${detail}${fault.times ? ` ×${fault.times}` : ''}`;
}

/** Draws the panel and keeps its list fresh. `address` tells what the filter above holds. */
export function drawFaults(place, address) {
  const problem = part('p', { class: 'problem', role: 'alert' });
  const list = part('ul', { class: 'standing' });
  const whom = part('select', { name: 'whom' }, ...whomOptions());
  const kind = part('select', { name: 'kind' }, ...KINDS.map((id) => option(id, say(id))));
  const seconds = part('input', { name: 'seconds', type: 'number', min: 0, max: 86400, value: 30 });
  const reply = part('input', { name: 'reply', placeholder: say('replyHint') });
  const times = part('input', { name: 'times', type: 'number', min: 1 });
  const secondsField = field(say('seconds'), seconds);
  const replyField = field(say('reply'), reply);

  const showFields = () => {
    secondsField.hidden = kind.value !== 'delay' && kind.value !== 'bounce';
    replyField.hidden = kind.value !== 'defer' && kind.value !== 'refuse';
  };
  const refresh = async () => {
    const standing = await (await fetch('/faults')).json();
    const items = standing.map((order) =>
      part(
        'li',
        {},
        nameOf(order),
        part('button', { type: 'button', onclick: () => end(order.id) }, say('end')),
      ),
    );
    list.replaceChildren(
      ...(items.length > 0 ? items : [part('li', { class: 'none' }, say('nothingStanding'))]),
    );
  };
  const end = async (id) => {
    await fetch(`/faults/${id}`, { method: 'DELETE' });
    await refresh();
  };
  const order = async (event) => {
    event.preventDefault();
    const fault = { kind: kind.value };
    if (!secondsField.hidden) fault.seconds = Number(seconds.value);
    if (!replyField.hidden && reply.value) fault.reply = reply.value;
    if (times.value) fault.times = Number(times.value);
    const match = whom.value === 'this' ? { to: address() } : JSON.parse(whom.value);
    const answer = await fetch('/faults', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ match, fault }),
    });
    problem.textContent = answer.ok ? '' : (await answer.json()).error;
    if (answer.ok) tell(nameOf({ match, fault }));
    await refresh();
  };

  kind.addEventListener('change', showFields);
  showFields();
  place.replaceChildren(
    part(
      'form',
      { class: 'order', onsubmit: order },
      field(say('whom'), whom),
      field(say('what'), kind),
      secondsField,
      replyField,
      field(say('times'), times),
      part('button', { class: 'act' }, say('order')),
    ),
    problem,
    part('h3', {}, say('standing')),
    list,
  );
  return refresh();
}
