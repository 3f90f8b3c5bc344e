import { describe, expect, it } from 'vitest';
import { laneOf } from './lane-of.ts';

describe('the lane of', () => {
  it.each([
    ['+6281234561234', 'sms:telkomsel', 'Telkomsel'],
    ['+6281434561234', 'sms:indosat', 'Indosat'],
    ['+6281734561234', 'sms:xl', 'XL'],
    ['+6283134561234', 'sms:axis', 'Axis'],
    ['+6289534561234', 'sms:tri', 'Tri'],
    ['+6288134561234', 'sms:smartfren', 'Smartfren'],
  ])('the number %s is %s', (number, id, name) => {
    expect(laneOf('SMS', number)).toEqual({ id, name });
  });

  it.each([
    ['budi@gmail.com', 'mail:gmail', 'Gmail'],
    ['budi@GoogleMail.com', 'mail:gmail', 'Gmail'],
    ['budi@yahoo.co.id', 'mail:yahoo', 'Yahoo'],
    ['budi@ymail.com', 'mail:yahoo', 'Yahoo'],
    ['budi@hotmail.com', 'mail:outlook', 'Outlook'],
    ['budi@outlook.co.id', 'mail:outlook', 'Outlook'],
    ['budi@kopi-gayo.co.id', 'mail:kopi-gayo.co.id', 'kopi-gayo.co.id'],
    ['budi@gmail.com.example', 'mail:gmail.com.example', 'gmail.com.example'],
    ['budi@notgmail.com', 'mail:notgmail.com', 'notgmail.com'],
  ])('the mailbox %s is %s', (address, id, name) => {
    expect(laneOf('EMAIL', address)).toEqual({ id, name });
  });

  it('what was not parsed does not exist', () => {
    expect(() => laneOf('SMS', '021-5250208')).toThrow('parsed before');
    expect(() => laneOf('EMAIL', 'budi')).toThrow('parsed before');
  });
});
