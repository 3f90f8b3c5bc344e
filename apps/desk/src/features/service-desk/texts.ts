import { useTexts } from '../../lib/locale.ts';
import { serviceDesk as en } from '../../locales/en/service-desk.ts';
import { serviceDesk as id, type ServiceDeskTexts } from '../../locales/id/service-desk.ts';

/** This feature's words in the language of the switch. */
export function useDeskTexts(): ServiceDeskTexts {
  return useTexts({ id, en });
}
