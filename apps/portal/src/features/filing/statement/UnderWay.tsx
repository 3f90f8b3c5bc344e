import { Note } from '@sampai/ui/Note';
import type { CodeUnderWayQuery } from '../../../generated/filing.ts';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';

export type CodeUnderWay = NonNullable<NonNullable<CodeUnderWayQuery['taxReturn']>['openToken']>;

/** A code for exactly these answers was asked for already, in this window or another: nothing need be sent again. */
export function UnderWay({ token }: { token: CodeUnderWay }) {
  const t = useTexts({ id, en }).statement;
  const ways = new Set(token.messages.map(({ channel, maskedAddress }) => t.way[channel](maskedAddress)));
  return (
    <Note tone="info" title={t.underWay(token.reference, [...ways].join(', '))}>
      {t.underWayBody}
    </Note>
  );
}
