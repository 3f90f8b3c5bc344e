// Made by generate-editions.ts from the folders here; do not edit.
import type { FormEdition } from '../engine/form.ts';
import form1770SSof2016 from './1770SS/2016/index.ts';

/** Every edition of every form. */
export const EDITIONS: readonly FormEdition[] = [form1770SSof2016];
