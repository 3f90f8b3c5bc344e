import { describe, expect, it } from 'vitest';
import { laneOfExchangers } from './lane-of-exchangers.ts';

const laneOf = (domain: string, ...hosts: string[]) =>
  laneOfExchangers(
    domain,
    hosts.map((exchange, n) => ({ exchange, priority: 10 * (n + 1) })),
  );

describe('the lane of a mail domain', () => {
  it.each([
    ['Gmail', 'aspmx.l.google.com', 'mail:gmail'],
    ['Gmail, as it is set up since 2023', 'SMTP.google.com.', 'mail:gmail'],
    ['Outlook', 'kantor-example.mail.protection.outlook.com', 'mail:outlook'],
    ['Outlook with DNSSEC', 'kantor-example.a-v1.mx.microsoft', 'mail:outlook'],
    ['Yahoo', 'mta5.am0.yahoodns.net', 'mail:yahoo'],
    ['iCloud', 'mx01.mail.icloud.com', 'mail:icloud'],
    ['Zoho', 'mx.zoho.eu', 'mail:zoho'],
  ])('is that of %s where its mail exchangers are', (_, host, lane) => {
    expect(laneOf('kantor.example', host)).toBe(lane);
  });

  it('is shared by all domains whose mail one house takes', () => {
    expect(laneOf('toko.example', 'mx1.hosting.co.id')).toBe('mail:mx:hosting.co.id');
    expect(laneOf('kantor.example', 'mx2.surat.hosting.co.id')).toBe('mail:mx:hosting.co.id');
  });

  it('is told by the most preferred exchanger, whatever the order of the answer', () => {
    const exchangers = [
      { exchange: 'cadangan.hosting.example', priority: 20 },
      { exchange: 'aspmx.l.google.com', priority: 1 },
    ];
    expect(laneOfExchangers('kantor.example', exchangers)).toBe('mail:gmail');
    expect(laneOfExchangers('kantor.example', exchangers.toReversed())).toBe('mail:gmail');
  });

  it('does not depend on the order of exchangers that are equally preferred', () => {
    const exchangers = ['mx.b.example', 'mx.a.example'].map((exchange) => ({ exchange, priority: 10 }));
    expect(laneOfExchangers('kantor.example', exchangers)).toBe('mail:mx:a.example');
    expect(laneOfExchangers('kantor.example', exchangers.toReversed())).toBe('mail:mx:a.example');
  });

  it.each([
    ['has no mail exchanger'],
    ['takes no mail (RFC 7505)', '.'],
    ['names an address', '192.0.2.7'],
    ['names a top level', 'com'],
    ['names nothing that is a name', 'mx..'],
  ])('is its own where it %s', (_, ...hosts) => {
    expect(laneOf('kantor.example', ...hosts)).toBe('mail:kantor.example');
  });

  it('is not that of a provider whose name is only part of the name', () => {
    expect(laneOf('kantor.example', 'mx.notgoogle.com')).toBe('mail:mx:notgoogle.com');
    expect(laneOf('kantor.example', 'google.com.palsu.example')).toBe('mail:mx:palsu.example');
  });
});
