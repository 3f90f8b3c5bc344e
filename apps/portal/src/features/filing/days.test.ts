import { expect, it } from 'vitest';
import { isPast } from './days.ts';

it('a day is over at midnight in WIB, not in Greenwich', () => {
  expect(isPast('2025-03-31', Date.parse('2025-03-31T23:59:59+07:00'))).toBe(false);
  expect(isPast('2025-03-31', Date.parse('2025-03-31T17:00:00Z'))).toBe(true);
});
