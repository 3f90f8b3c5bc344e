import type { Caller } from '#platform/caller';
import { subjectOf } from '#platform/caller';
import type { Viewer } from './types.ts';

/** A caller's right to tokens: its flow, and its session's subject. */
export const viewerOf = (caller: Pick<Caller, 'taxpayerId' | 'flowHash'>): Viewer => ({
  subject: caller.taxpayerId && subjectOf(caller.taxpayerId),
  flowHash: caller.flowHash,
});
