import { existsSync, readFileSync } from 'node:fs';
import type { Person } from '@sampai/testkit';
import { AGENTS } from '../../prisma/seed/agents.ts';
import type { Stack } from '../stack/index.ts';

/** What a newcomer reads when everything stands: where to go, and three people to try. */
export function welcome({ settings, logDir, seeded }: Stack, time: string): string {
  const { origins, ports } = settings;
  const agent = seeded
    ? AGENTS.slice(0, 1).map(({ login, password }) => `   as ${login}, password ${password}`)
    : [];
  const lines = [
    '',
    `Sampai stands (${time}).`,
    '',
    `  Portal        ${origins.portal}`,
    `  Desk          ${origins.desk}${agent.join('')}`,
    ...(settings.production
      ? []
      : [
          `  Post office   ${origins.postOffice}   every SMS and mail arrives here: read the codes`,
          `  Carriers      SMTP ${ports.SMTP_PORT}, SMPP ${ports.SMPP_PORT}`,
        ]),
    `  Logs          ${logDir}`,
    ...(seeded ? threePeople(settings.peopleFile) : []),
    '',
    'Ctrl-C stops everything.',
  ];
  return lines.join('\n');
}

/** The first three of the seed's file, which puts those first that one should begin with. */
function threePeople(file: string): string[] {
  if (!existsSync(file)) return []; // seeded from another folder
  const people = JSON.parse(readFileSync(file, 'utf8')) as Person[];
  return ['', 'Three people to try:', ...people.slice(0, 3).flatMap(describe)];
}

function describe({ name, story, identifier, password, efin, email, phone }: Person): string[] {
  const facts = [`NPWP/NIK ${identifier}`, password ? `password ${password}` : `e-FIN ${efin}`, email, phone];
  return ['', `  ${name}`, ...wrap(story.en), `    ${facts.filter(Boolean).join('   ')}`];
}

function wrap(text: string): string[] {
  return text.match(/.{1,84}(?:\s|$)/g)?.map((line) => `    ${line.trim()}`) ?? [];
}
