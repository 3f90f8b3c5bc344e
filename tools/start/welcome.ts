import { readFileSync } from 'node:fs';
import type { Stack } from '../stack/index.ts';

type Person = {
  name: string;
  identifier: string;
  efin: string;
  password?: string;
  email?: string;
  phone?: string;
  story: { en: string };
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

/** The first three of the seed's file, which puts those first that one should begin with. */
function threePeople(file: string): string[] {
  try {
    const people = JSON.parse(readFileSync(file, 'utf8')) as Person[];
    return ['', 'Three people to try:', ...people.slice(0, 3).flatMap(describe)];
  } catch {
    return []; // a database of the user's own, not seeded
  }
}

function describe({ name, story, identifier, password, efin, email, phone }: Person): string[] {
  const facts = [`NPWP/NIK ${identifier}`, password ? `password ${password}` : `e-FIN ${efin}`, email, phone];
  return ['', `  ${name}`, ...wrap(story.en), `    ${facts.filter(Boolean).join('   ')}`];
}

function wrap(text: string): string[] {
  return text.match(/.{1,84}(?:\s|$)/g)?.map((line) => `    ${line.trim()}`) ?? [];
}
