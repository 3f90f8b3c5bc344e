import { timingSafeEqual } from 'node:crypto';
import type { Token, Viewer } from '../types.ts';

/** Only who asked can use a token: the flow that asked, or a session of the same subject. */
export function mayUse(token: Pick<Token, 'subject' | 'flowHash'>, viewer: Viewer): boolean {
  if (viewer.subject !== null && viewer.subject === token.subject) return true;
  const { flowHash } = token;
  if (!flowHash || !viewer.flowHash || flowHash.byteLength !== viewer.flowHash.byteLength) return false;
  return timingSafeEqual(flowHash, viewer.flowHash);
}
