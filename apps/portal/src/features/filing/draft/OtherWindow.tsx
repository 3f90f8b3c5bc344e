import { Button } from '@sampai/ui/Button';
import { Note } from '@sampai/ui/Note';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { isField } from './findings.ts';
import type { Change, Clash } from './merge.ts';
import type { OpenReturn } from './openReturn.ts';
import { shown } from './shown.ts';

/** What another window brought: answers taken over, and those between which the person chooses. */
export function OtherWindow({ open }: { open: OpenReturn }) {
  const { clashes, taken } = open.state.draft;
  return (
    <>
      {clashes.length > 0 ? <Clashes clashes={clashes} open={open} /> : null}
      {taken.length > 0 ? <Taken taken={taken} onSeen={open.keeper.acknowledge} /> : null}
    </>
  );
}

/** Both answers side by side. Takes the focus when it appears: nothing is saved until a choice is made. */
function Clashes({ clashes, open }: { clashes: readonly Clash[]; open: OpenReturn }) {
  const t = useTexts({ id, en });
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="clash-title"
      className="max-w-measure rounded-r-md border-l-4 border-kunyit bg-kunyit-wash px-4 py-3.5 outline-none"
    >
      <h2 id="clash-title" className="font-semibold">
        {t.clash.title}
      </h2>
      <p className="mt-0.5 text-sm">{t.clash.body}</p>
      {clashes.map(({ field, mine, theirs }) => (
        <fieldset key={field} className="mt-4">
          <legend className="mb-1.5 font-semibold">{labelOf(field, open, t)}</legend>
          <div className="grid gap-2.5 sm:grid-cols-2">
            {(
              [
                ['mine', mine, t.clash.here],
                ['theirs', theirs, t.clash.there],
              ] as const
            ).map(([side, answer, where]) => {
              const words = shown(field, answer, t) || t.clash.empty;
              return (
                <div key={side} className="flex flex-col gap-2 rounded-md border border-line bg-card p-3.5">
                  <p className="text-sm text-ink-2">{where}</p>
                  <p className="text-lg font-semibold">{words}</p>
                  <Button
                    kind="secondary"
                    className="mt-auto min-h-10 px-4 py-1.5 text-sm"
                    onPress={() => open.keeper.choose(field, side)}
                  >
                    {t.clash.use}
                    <span className="sr-only">
                      : {t.clash.spoken(words, labelOf(field, open, t))} ({where})
                    </span>
                  </Button>
                </div>
              );
            })}
          </div>
        </fieldset>
      ))}
    </section>
  );
}

function Taken({ taken, onSeen }: { taken: readonly Change[]; onSeen: () => void }) {
  const t = useTexts({ id, en });
  return (
    <Note live tone="info" title={t.taken.title}>
      <ul>
        {taken.map(({ field, from, to }) => (
          <li key={field}>
            {t.taken.body(
              isField(field) ? t.field[field].short : field,
              shown(field, from, t) || t.taken.empty,
              shown(field, to, t) || t.taken.empty,
            )}
          </li>
        ))}
      </ul>
      <Button kind="quiet" className="mt-1 -ml-3" onPress={onSeen}>
        {t.taken.seen}
      </Button>
    </Note>
  );
}

function labelOf(field: string, { stored }: OpenReturn, t: typeof id): string {
  return isField(field) ? t.field[field].label(stored.taxYear) : field;
}
