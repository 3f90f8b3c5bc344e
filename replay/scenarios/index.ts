import { gmail2020 } from './gmail-2020.ts';
import type { Scenario } from './scenario.ts';
import { sms2023 } from './sms-2023.ts';

export const SCENARIOS: Record<string, Scenario> = { [gmail2020.name]: gmail2020, [sms2023.name]: sms2023 };
