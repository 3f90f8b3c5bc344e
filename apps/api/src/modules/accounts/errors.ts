import { errorsEn } from './errors.en.ts';
import { errorsId } from './errors.id.ts';

export const accountErrors = { id: errorsId, en: errorsEn };
