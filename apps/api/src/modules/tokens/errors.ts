import { errorsEn } from './errors.en.ts';
import { errorsId } from './errors.id.ts';

/** The sentences of the codes this module owns, by language. */
export const tokenErrors = { id: errorsId, en: errorsEn };
