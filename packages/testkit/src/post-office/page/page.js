import { drawFaults } from './faults.js';
import { letter, part, personCard, tell, textBubble } from './parts.js';
import { chooseLanguage, say, sayPage } from './words.js';

const $ = (selector) => document.querySelector(selector);
const filter = $('#address');
/** A seed may know a hundred thousand; those with stories come first. */
const SHOWN_PEOPLE = 40;
let people = [];
let chosen;
let newest;
/** Letters that were opened (true) or closed (false) by hand. */
const turned = new Map();

const get = async (path) => (await fetch(path)).json();

/** Whose messages to ask for: the chosen person's addresses, what was typed, or everybody's (undefined). */
function addresses() {
  if (chosen) return [chosen.phone, chosen.email].filter(Boolean);
  const typed = filter.value.trim();
  return typed ? [typed] : undefined;
}

async function messages() {
  const wanted = addresses();
  if (!wanted) return get('/messages');
  const lists = await Promise.all(wanted.map((to) => get(`/messages?to=${encodeURIComponent(to)}`)));
  return lists.flat().sort((a, b) => Number(b.id) - Number(a.id));
}

function announce(list) {
  const [first] = list;
  if (first && newest !== undefined && Number(first.id) > newest) {
    tell(say(first.channel === 'SMS' ? 'newText' : 'newMail', first.to));
  }
  newest = Math.max(newest ?? 0, Number(first?.id ?? 0));
}

async function drawMessages() {
  const list = await messages();
  announce(list);
  const one = addresses() !== undefined;
  const texts = list.filter((m) => m.channel === 'SMS');
  const mails = list.filter((m) => m.channel === 'EMAIL');
  const nothing = (word) => [part('p', { class: 'none' }, say(word))];
  $('#texts').replaceChildren(
    ...(texts.length > 0 ? texts.map(textBubble) : nothing(one ? 'noTextsFor' : 'noTexts')),
  );
  // The newest letter lies open, unless it was closed by hand.
  const isOpen = (m, i) => turned.get(m.id) ?? i === 0;
  const draw = (m, i) => letter(m, isOpen(m, i), (open) => turned.set(m.id, open));
  $('#mails').replaceChildren(
    ...(mails.length > 0 ? mails.map(draw) : nothing(one ? 'noMailsFor' : 'noMails')),
  );
}

function drawPeople() {
  const cards = people.map((person) =>
    personCard(person, person === chosen, () => {
      chosen = person;
      filter.value = [person.phone, person.email].filter(Boolean).join(' · ');
      draw();
    }),
  );
  $('#people-count').textContent = cards.length > 0 ? say('peopleCount', cards.length) : '';
  $('#people').replaceChildren(
    ...(cards.length > 0 ? cards : [part('p', { class: 'none' }, say('noPeople'))]),
  );
}

function draw() {
  sayPage();
  drawPeople();
  return drawMessages();
}

async function drawAll() {
  people = await get(`/people?limit=${SHOWN_PEOPLE}`);
  chosen = chosen && people.find((person) => person.identifier === chosen.identifier);
  await Promise.all([
    draw(),
    drawFaults($('#faults'), () => (chosen ? (chosen.phone ?? chosen.email) : filter.value.trim())),
  ]);
}

filter.addEventListener('input', () => {
  chosen = undefined;
  draw();
});
$('.filter').addEventListener('submit', (event) => event.preventDefault());
$('.filter').addEventListener('reset', () => {
  chosen = undefined;
  setTimeout(draw);
});
$('.switch').addEventListener('click', ({ target }) => {
  if (!target.dataset.language) return;
  chooseLanguage(target.dataset.language);
  drawAll().then(showLine);
});

let connected = false;
function showLine() {
  $('#line').textContent = say(connected ? 'connected' : 'waiting');
  $('.live').classList.toggle('down', !connected);
}

// The browser opens the line again by itself; what came meanwhile is fetched when it stands.
const line = new EventSource('/events');
line.onopen = () => {
  connected = true;
  showLine();
  drawAll();
};
line.onerror = () => {
  connected = false;
  showLine();
};
let drawing = false;
line.addEventListener('arrival', () => {
  // A burst of hundreds is drawn once.
  if (drawing) return;
  drawing = true;
  setTimeout(() => {
    drawing = false;
    drawMessages();
  }, 50);
});

// What scrolls must be reached by keyboard.
$('#texts').tabIndex = 0;
sayPage();
showLine();
drawAll();
