import { createHash } from 'node:crypto';
import { canonicalContent } from '@sampai/tax-forms';
import { sha256 } from '#platform/digest';
import { formOf } from './rules/view-return.ts';
import type { StoredReturn } from './types.ts';

type Content = Pick<StoredReturn, 'form' | 'taxYear' | 'amendment' | 'facts'>;

/** SHA-256 of the canonical content and nothing else: 32 bytes that whoever has the answers can compute as well. */
export function contentDigest(content: Content): Uint8Array {
  const text = canonicalContent(formOf(content), content.amendment, content.facts);
  return new Uint8Array(createHash('sha256').update(text, 'utf8').digest());
}

/** What a code for a submission is bound to: this return, this revision, these answers (R26). */
export function bindingOf(stored: Content & Pick<StoredReturn, 'id'>): Uint8Array {
  return sha256('sampai/submit-return/1', stored.id, contentDigest(stored));
}
