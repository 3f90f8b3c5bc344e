import { describe, expect, it } from 'vitest';
import { asTrouble, Trouble, troubleIn } from './trouble.ts';

describe('trouble in an answer', () => {
  it('is none when there is data', () => {
    expect(troubleIn(200, { data: { session: null } })).toBeNull();
  });
  it('carries the incident id of a masked error', () => {
    const body = {
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', incident: 'K7Q2' } }],
      data: null,
    };
    expect(troubleIn(200, body)).toMatchObject({ kind: 'server', incidentId: 'K7Q2' });
  });
  it('is maintenance when the gate in front says 503 without a body we know', () => {
    expect(troubleIn(503, 'Service Unavailable')).toMatchObject({
      kind: 'maintenance',
      incidentId: undefined,
    });
  });
  it('is ours when the answer is no answer', () => {
    expect(troubleIn(200, null)).toMatchObject({ kind: 'server' });
    expect(troubleIn(200, { errors: 'no' })).toMatchObject({ kind: 'server' });
    expect(troubleIn(404, { data: {} })).toMatchObject({ kind: 'server' });
  });
});

describe('anything thrown', () => {
  it('stays what it is when it is trouble', () => {
    const trouble = new Trouble('offline');
    expect(asTrouble(trouble)).toBe(trouble);
  });
  it('is ours otherwise', () => {
    expect(asTrouble('x')).toMatchObject({ kind: 'server', incidentId: undefined });
  });
});
