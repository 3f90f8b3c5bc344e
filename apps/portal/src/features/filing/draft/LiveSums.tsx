import { useEffect, useRef, useState } from 'react';
import { rupiah } from '../../../lib/format.ts';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import type { OpenReturn } from './openReturn.ts';
import { RunningSums } from './RunningSums.tsx';

/** The sums beside a draft, as it is typed; a changed outcome is heard once typing pauses. */
export function LiveSums({ open }: { open: OpenReturn }) {
  const t = useTexts({ id, en });
  const { stored, state, live, settled } = open;
  const { outcome, balance } = settled;
  const words =
    outcome === null || balance === null
      ? t.sums.open
      : `${t.outcome[outcome].name}${balance === 0n ? '' : ` ${rupiah(String(balance).replace('-', ''))}`}`;
  const before = useRef(words);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (before.current !== words) setSpoken(`${t.sums.outcome}: ${words}`);
    before.current = words;
  }, [words, t]);
  return (
    <>
      <RunningSums
        title={t.sums.title}
        taxYear={stored.taxYear}
        facts={state.draft.facts}
        figures={live.figures}
        outcome={live.outcome}
        balance={live.balance === null ? null : String(live.balance)}
      />
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </>
  );
}
