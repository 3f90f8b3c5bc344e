import type { Person } from '@sampai/testkit';
import type { Stack } from '../stack/index.ts';
import type { Here } from './who-is-here.ts';

/** What a newcomer reads when everything stands: where to go, and three people to try. */
export function welcome(
  { settings, logDir, intake }: Pick<Stack, 'settings' | 'logDir' | 'intake'>,
  { people, agent }: Here,
  time: string,
  elsewhere?: string,
): string {
  const { origins, ports } = settings;
  const as = agent ? `   as ${agent.login}, password ${agent.password}` : '';
  const lines = [
    '',
    `Sampai stands (${time}).`,
    '',
    `  Portal        ${origins.portal}`,
    `  Desk          ${origins.desk}${as}`,
    ...(settings.production
      ? []
      : [
          `  Post office   ${origins.postOffice}   every SMS and mail arrives here: read the codes`,
          `  Carriers      SMTP ${ports.SMTP_PORT}, SMPP ${ports.SMPP_PORT}`,
        ]),
    ...(intake ? [bounces(intake)] : []),
    `  Logs          ${logDir}`,
    // PostgreSQL refuses to run as root, and the user it runs as cannot enter a folder that is root's alone.
    ...(elsewhere ? [`  Database      ${elsewhere}   outside this folder, which only root may enter`] : []),
    ...(people.length > 0 ? ['', 'People to try:', ...people.flatMap(describe)] : []),
    '',
    'Ctrl-C stops everything.',
  ];
  return lines.join('\n');
}

/** Mail that comes back hours later tells a waiting person more than its acceptance did: that nobody hears it must be seen. */
function bounces(intake: NonNullable<Stack['intake']>): string {
  if ('port' in intake) return `  Bounces       SMTP ${intake.port}, for bounce+<message>@${intake.domain}`;
  return `  Bounces       nobody takes mail that comes back: ${intake.why} (docs/OPERATING.md)`;
}

function describe({ name, story, identifier, password, efin, email, phone }: Person): string[] {
  const facts = [`NPWP/NIK ${identifier}`, password ? `password ${password}` : `e-FIN ${efin}`, email, phone];
  return ['', `  ${name}`, ...wrap(story.en), `    ${facts.filter(Boolean).join('   ')}`];
}

function wrap(text: string): string[] {
  return text.match(/.{1,84}(?:\s|$)/g)?.map((line) => `    ${line.trim()}`) ?? [];
}
