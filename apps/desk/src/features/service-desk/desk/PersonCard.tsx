import { Card } from '@sampai/ui/Card';
import { Tag } from '@sampai/ui/Tag';
import { type ReactNode, useEffect, useRef } from 'react';
import { date } from '../../../lib/format.ts';
import { useLocale } from '../../../lib/locale.ts';
import { useDeskTexts } from '../texts.ts';
import type { Taxpayer } from '../token.ts';

export type PersonCardProps = { taxpayer: Taxpayer; now: string; takesFocus: boolean };

/** Who is calling, as far as an agent may see: masked, with every channel and whether codes can reach it. */
export function PersonCard({ taxpayer, now, takesFocus }: PersonCardProps) {
  const t = useDeskTexts().person;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  return (
    <Card className="md:sticky md:top-4">
      <h2 ref={heading} tabIndex={-1} className="text-xl font-bold">
        {taxpayer.name}
      </h2>
      <dl className="mt-3 flex flex-col gap-1.5 md:gap-2.5">
        <Row label={t.identifier}>{taxpayer.maskedIdentifier}</Row>
        <Row label={t.taxOffice}>{taxpayer.taxOffice}</Row>
        <Row label={t.account}>
          <Standing taxpayer={taxpayer} now={now} />
        </Row>
      </dl>
      <h3 className="mt-5 font-semibold">{t.channels}</h3>
      {taxpayer.channels.length === 0 ? <p className="mt-1 text-sm text-ink-2">{t.noChannels}</p> : null}
      <ul className="mt-1">
        {taxpayer.channels.map((channel) => (
          <li
            key={`${channel.channel} ${channel.maskedAddress} ${channel.confirmed}`}
            className="border-b border-line py-2.5 last:border-b-0 last:pb-0"
          >
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="w-24 shrink-0 text-sm text-ink-2 md:w-auto">{t.channel[channel.channel]}</span>
              <span className="font-semibold">{channel.maskedAddress}</span>
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-1.5 pl-27 text-sm text-ink-2 md:pl-0">
              {channel.via}
              <Tag tone={channel.confirmed ? 'sirih' : 'kunyit'}>
                {channel.confirmed ? t.confirmed : t.unconfirmed}
              </Tag>
              {channel.live ? (
                <LaneTag health={channel.health} />
              ) : (
                <Tag tone="saga">{channel.withdrawn ? t.withdrawn : t.notLive}</Tag>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Only a lane that is not well is marked. */
function LaneTag({ health }: Pick<Taxpayer['channels'][number], 'health'>) {
  const { lane } = useDeskTexts();
  if (health === 'GREEN' || health === 'UNKNOWN') return null;
  return <Tag tone={health === 'AMBER' ? 'kunyit' : 'saga'}>{lane.health[health]}</Tag>;
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline gap-3 md:block">
      <dt className="w-24 shrink-0 text-sm text-ink-2">{label}</dt>
      <dd className="min-w-0 font-medium">{children}</dd>
    </div>
  );
}

function Standing({ taxpayer: { activatedAt, efinValidUntil }, now }: Omit<PersonCardProps, 'takesFocus'>) {
  const t = useDeskTexts().person;
  const locale = useLocale();
  if (activatedAt !== null) return t.active(date(activatedAt, locale));
  if (efinValidUntil === null) return t.noEfin;
  const isOpen = Date.parse(now) < Date.parse(efinValidUntil);
  return isOpen ? t.efinOpen(date(efinValidUntil, locale)) : t.efinLapsed(date(efinValidUntil, locale));
}
