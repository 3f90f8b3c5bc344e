import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { intakeOf } from './intake.ts';
import { environment, settingsApart } from './settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-intake-'));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

const MAIL = { name: 'relay', kind: 'smtp', host: 'h', port: 25, lanes: ['mail:*'] };
const SMS = { name: 'tri', kind: 'smpp', host: 'h', port: 1, systemId: 's', lanes: ['sms:tri'] };
function fileWith(route: object, more: object = {}): string {
  const file = path.join(folder, 'carriers.json');
  const sender = { name: 'S', address: 's@x.id', host: 'x.id', ...more };
  writeFileSync(file, JSON.stringify({ sender, routes: [route] }));
  return file;
}
const FOR_BOUNCES = { bounceDomain: 'bounce.x.id' };

test('mail that comes back is taken in wherever mail is sent and its return path has a domain of its own', () => {
  expect(intakeOf(fileWith(MAIL, FOR_BOUNCES), 2526)).toEqual({ port: 2526, domain: 'bounce.x.id' });
  expect(intakeOf(fileWith(MAIL), 2526)).toEqual({ why: 'CARRIERS_FILE names no sender.bounceDomain' });
  expect(intakeOf(fileWith(SMS, FOR_BOUNCES), 2526)).toBeUndefined();
});

test.each(['/nowhere.json', folder])('%s is left to whoever opens it', (file) => {
  expect(intakeOf(file, 2526)).toBeUndefined();
});

test('a worker with a carriers file of its own is told the port, and what is set by hand in any case', async () => {
  const settings = await settingsApart(folder);
  const portWith = (file: string) => environment(settings, 'postgresql://h/d', file).BOUNCE_PORT;
  vi.stubEnv('BOUNCE_PORT', '');
  expect(portWith(fileWith(MAIL, FOR_BOUNCES))).toBe(String(settings.ports.BOUNCE_PORT));
  expect(portWith(fileWith(MAIL))).toBe('');
  vi.stubEnv('BOUNCE_PORT', '2600');
  expect(portWith(fileWith(MAIL))).toBe('2600');
});
