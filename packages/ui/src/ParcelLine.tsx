import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { BangIcon, CheckIcon, CrossIcon } from './icons.tsx';

/**
 * `done` is behind us, `held` is behind us and cost time, `arrived` is the end we wanted, `now` is where it is, `late`
 * is where it is and has been for too long, `refused` is where it ended, `ahead` is yet to come.
 */
export type StationState = 'done' | 'held' | 'arrived' | 'now' | 'late' | 'refused' | 'ahead';

export type Station = {
  id: string;
  state: StationState;
  label: ReactNode;
  /** What the state is called, for those who do not see the mark: "selesai", "sedang di sini". */
  stateLabel: string;
  /** Already in words: "09.31.02". */
  time?: string | undefined;
  detail?: ReactNode;
};

const marks: Record<StationState, string> = {
  done: 'border-laut bg-laut text-white',
  held: 'border-kunyit bg-kunyit-wash text-kunyit-deep',
  arrived: 'border-sirih bg-sirih text-white',
  now: 'border-kunyit bg-card text-kunyit-deep animate-ring',
  late: 'border-kunyit bg-kunyit-wash text-kunyit-deep',
  refused: 'border-saga bg-saga text-white',
  ahead: 'border-line bg-card',
};

const labels: Record<StationState, string> = {
  done: '',
  held: '',
  arrived: 'font-semibold text-sirih',
  now: 'font-semibold',
  late: 'font-semibold',
  refused: 'font-semibold text-saga',
  ahead: 'text-ink-2',
};

function Mark({ state }: { state: StationState }) {
  if (state === 'done' || state === 'arrived') return <CheckIcon className="size-3.5" />;
  if (state === 'refused') return <CrossIcon className="size-3.5" />;
  if (state === 'late' || state === 'held') return <BangIcon className="size-3.5" />;
  return state === 'now' ? <span className="size-2 rounded-full bg-kunyit" /> : null;
}

/** The stretch to the next station: solid where the parcel has been, moving where it travels, faint ahead. */
function Stretch({ from, to }: { from: StationState; to: StationState }) {
  const behind = to !== 'ahead';
  const travelling = to === 'ahead' && (from === 'now' || from === 'late');
  return (
    <span
      aria-hidden="true"
      className={cx(
        'absolute top-6 bottom-0 left-[11px] w-0.5',
        behind && 'bg-laut',
        !behind && 'parcel-road',
        travelling && 'animate-travel text-kunyit',
        !behind && !travelling && 'text-line',
      )}
    />
  );
}

/**
 * A code followed like a parcel: one vertical line of stations with times. The taxpayer gets few words, the agent
 * reasons and the carrier's codes in `detail`; the component is the same.
 */
export function ParcelLine({ label, stations }: { label: string; stations: readonly Station[] }) {
  return (
    <ol aria-label={label}>
      {stations.map((station, index) => {
        const next = stations[index + 1];
        return (
          <li
            key={station.id}
            {...(station.state === 'now' || station.state === 'late'
              ? { 'aria-current': 'step' as const }
              : {})}
            className="relative flex gap-4 pb-4.5 last:pb-0"
          >
            {next ? <Stretch from={station.state} to={next.state} /> : null}
            <span
              aria-hidden="true"
              className={cx(
                'relative z-10 grid size-6 shrink-0 place-items-center rounded-full border-2',
                'transition-colors duration-300',
                marks[station.state],
              )}
            >
              <Mark state={station.state} />
            </span>
            <div key={station.state} className="min-w-0 flex-1 animate-settle">
              <div className="flex items-baseline justify-between gap-x-3">
                <span className={labels[station.state]}>
                  {station.label} <span className="sr-only">({station.stateLabel})</span>
                </span>
                {station.time ? <span className="shrink-0 text-sm text-ink-2">{station.time}</span> : null}
              </div>
              {station.detail ? <div className="text-sm text-ink-2">{station.detail}</div> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
