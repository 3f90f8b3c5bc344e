import type { LaneChange, Progress, Stuck } from '../index.ts';

/** What workers told those outside delivery. */
export function makeEar() {
  const progress: Progress[] = [];
  const stuck: Stuck[] = [];
  const changes: LaneChange[] = [];
  return {
    /** The ports by which it is told; `onProgress` is asked first. */
    ports: (onProgress: (told: Progress) => Promise<void>) => ({
      async onProgress(_: unknown, told: Progress[]) {
        for (const one of told) await onProgress(one);
        progress.push(...told);
      },
      onStuck: async (_: unknown, told: Stuck) => void stuck.push(told),
      onLane: async (_: unknown, change: LaneChange) => void changes.push(change),
    }),
    heard: {
      /** What the owner of a content reference was told. */
      progressOf: (ref: string) => progress.filter((told) => told.ref === ref).map(({ kind }) => kind),
      /** Why a content reference's messages were found stuck. */
      stuckOf: (ref: string) => stuck.filter((told) => told.ref === ref).map(({ reason }) => reason),
      /** What was told of them then, whole. */
      helpFor: (ref: string) => stuck.filter((told) => told.ref === ref),
      /** How the health of a lane was judged, in order. */
      healthOf: (lane: string) => changes.filter((change) => change.lane === lane).map(({ to }) => to),
    },
  };
}
