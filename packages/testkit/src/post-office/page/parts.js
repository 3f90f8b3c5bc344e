import { currentLanguage, say } from './words.js';

/** An element. Text goes in as text alone, so no message can bring markup along. */
export function part(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

export function tell(text) {
  document.querySelector('#said').textContent = text;
}

export function copyButton(value, label, what) {
  const button = part('button', { type: 'button', class: 'copy', 'aria-label': `${label}: ${what}` }, label);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(value);
    button.textContent = say('copied');
    button.classList.add('done');
    tell(`${say('copied')}: ${what}`);
    setTimeout(() => {
      button.textContent = label;
      button.classList.remove('done');
    }, 1500);
  });
  return button;
}

/** Times with dots and in WIB, as everywhere in the product. */
export function timeOf(iso) {
  const options = {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Jakarta',
  };
  const time = new Intl.DateTimeFormat('id-ID', options).format(new Date(iso));
  return part('time', { datetime: iso }, `${time} WIB`);
}

function codeOf({ code }) {
  if (code === null) return undefined;
  return part('div', { class: 'code' }, part('strong', {}, code), copyButton(code, say('copyCode'), code));
}

export function textBubble(message) {
  return part(
    'article',
    { class: 'bubble' },
    part(
      'p',
      { class: 'meta' },
      part('b', {}, message.from || '–'),
      ` → ${message.to}`,
      timeOf(message.receivedAt),
    ),
    part('p', { class: 'text' }, message.text),
    codeOf(message),
  );
}

export function letter(message, open, turn) {
  const files = (message.attachments ?? []).map(({ filename, bytes }, i) =>
    part(
      'a',
      { href: `/messages/${message.id}/files/${i}`, class: 'file', download: filename },
      `${filename} (${Math.max(1, Math.round(bytes / 1000))} kB)`,
    ),
  );
  const html = part('details', { class: 'more' }, part('summary', {}, say('asHtml')));
  html.addEventListener(
    'toggle',
    () =>
      html.append(part('iframe', { src: `/messages/${message.id}/html`, sandbox: '', title: say('asHtml') })),
    { once: true },
  );
  return part(
    'details',
    { class: 'letter', open },
    part(
      'summary',
      { onclick: (event) => turn(!event.currentTarget.parentElement.open) },
      part('b', {}, message.subject || '–'),
      part('span', { class: 'meta' }, `${message.from} → ${message.to}`, timeOf(message.receivedAt)),
    ),
    part('p', { class: 'text' }, message.text),
    codeOf(message),
    ...files,
    html,
  );
}

function fact(label, value, show = value) {
  if (!value) return part('div', {}, part('dt', {}, label), part('dd', { class: 'none' }, say('none')));
  return part(
    'div',
    {},
    part('dt', {}, label),
    part('dd', {}, show, copyButton(value, say('copy'), `${label} ${show}`)),
  );
}

export function personCard(person, chosen, choose) {
  const story = typeof person.story === 'string' ? person.story : person.story?.[currentLanguage()];
  return part(
    'article',
    { class: chosen ? 'person chosen' : 'person' },
    part(
      'h3',
      {},
      person.name,
      person.efinState && part('span', { class: `state ${person.efinState}` }, say(person.efinState)),
      person.kind === 'company' && part('span', { class: 'state' }, say('company')),
    ),
    story && part('p', { class: 'story' }, story),
    part(
      'dl',
      {},
      fact(say('identifier'), person.identifier),
      person.efinState !== 'activated' && fact(say('efin'), person.efin),
      person.password && fact(say('password'), person.password),
      fact(say('mobile'), person.phone),
      fact(say('email'), person.email),
    ),
    part('button', { type: 'button', class: 'look', onclick: choose }, say('look')),
  );
}
