import { readFileSync } from 'node:fs';
import type { Stack } from '../stack/index.ts';

type Person = {
  name: string;
  identifier: string;
  efin: string;
  efinState: string;
  password?: string;
  email?: string;
  phone?: string;
  story: { id: string; en: string };
};

/** What a newcomer reads when everything stands: where to go, and three people to try. */
export function welcome({ settings, logDir }: Stack, time: string): string {
  const { origins, ports } = settings;
  const lines = [
    '',
    `Sampai stands (${time}).`,
    '',
    `  Portal        ${origins.portal}`,
    `  Desk          ${origins.desk}`,
    `  Post office   ${origins.postOffice}   every SMS and mail arrives here: read the codes`,
    `  Carriers      SMTP ${ports.SMTP_PORT}, SMPP ${ports.SMPP_PORT}`,
    `  Logs          ${logDir}`,
    ...threePeople(settings.peopleFile),
    '',
    'Ctrl-C stops everything.',
  ];
  return lines.join('\n');
}

/** One of each kind: somebody to activate, somebody to sign in as, somebody with trouble. */
function threePeople(file: string): string[] {
  let people: Person[];
  try {
    people = JSON.parse(readFileSync(file, 'utf8')) as Person[];
  } catch {
    return []; // a database of the user's own, not seeded
  }
  const states = ['fresh', 'activated', 'expired'];
  const three = states.flatMap((state) => people.find(({ efinState }) => efinState === state) ?? []);
  return ['', 'Three people to try:', ...three.flatMap(describe)];
}

function describe(person: Person): string[] {
  const secret = person.password ? `password ${person.password}` : `e-FIN ${person.efin}`;
  const reach = [person.email, person.phone].filter(Boolean).join(', ');
  return ['', `  ${person.name}: ${person.story.en}`, `    ${person.identifier}   ${secret}   ${reach}`];
}
