import { Button } from '@sampai/ui/Button';
import { Note } from '@sampai/ui/Note';
import { useEffect } from 'react';
import { useTexts } from '../../../lib/locale.ts';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { idOf, isField } from './findings.ts';
import type { Change, Clash } from './merge.ts';
import type { OpenReturn } from './openReturn.ts';
import { shown } from './shown.ts';

/** What another window brought: answers taken over, and those between which the person chooses. */
export function OtherWindow({ open }: { open: OpenReturn }) {
  const { clashes, taken } = open.state.draft;
  return (
    <>
      {clashes.length > 0 ? <Clashes clashes={clashes} open={open} /> : null}
      {taken.length > 0 ? (
        <Taken
          taken={taken}
          onSeen={() => {
            open.keeper.acknowledge();
            focusAfter();
          }}
        />
      ) : null}
    </>
  );
}

const CLASHES = 'clashes';

/** Brings whoever wants to go on to the choice that is open. */
export function focusClashes(): void {
  document.getElementById(CLASHES)?.focus();
}

/** When what had the focus goes away: on to the field it was about, if it is on this screen, else to the title. */
function focusAfter(field?: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const there = field === undefined ? null : document.getElementById(idOf(field));
    (there ?? document.querySelector('h1'))?.focus();
  });
}

/** Both answers side by side; nothing is saved until a choice is made. Nobody is pulled out of a field they type in. */
function Clashes({ clashes, open }: { clashes: readonly Clash[]; open: OpenReturn }) {
  const t = useTexts({ id, en });
  useEffect(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) focusClashes();
  }, []);
  return (
    <section
      id={CLASHES}
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
                    onPress={() => {
                      open.keeper.choose(field, side);
                      focusAfter(field);
                    }}
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
      <Button kind="quiet" className="mt-2.5" onPress={onSeen}>
        {t.taken.seen}
      </Button>
    </Note>
  );
}

function labelOf(field: string, { stored }: OpenReturn, t: typeof id): string {
  return isField(field) ? t.field[field].label(stored.taxYear) : field;
}
