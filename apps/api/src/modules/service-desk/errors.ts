import { errorsEn } from './errors.en.ts';
import { errorsId } from './errors.id.ts';

export const serviceDeskErrors = { id: errorsId, en: errorsEn };
