import { expect, it } from 'vitest';
import { textParts, webPageOf } from '../../../../../shared/meeting/speaking-up/web-links';

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);
const addressesIn = (text: string): string[] =>
  textParts(text).flatMap((part) => (part.kind === 'address' ? [part.text] : []));

it('an address is found in a sentence, without what ends the sentence', () => {
  expect(addressesIn('All are here: https://photos.example.org/garden.')).toEqual([
    'https://photos.example.org/garden',
  ]);
  expect(addressesIn('(see http://a.example/b_(c)) 在 https://例子.example/路。')).toEqual([
    'http://a.example/b_(c)',
    'https://例子.example/路',
  ]);
});

it.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'vigil://join/abc',
  'data:text/html,hi',
  'ftp://a.example',
])('%s is no link', (text) => {
  expect(addressesIn(text)).toEqual([]);
  expect(webPageOf(text, parse)).toBeNull();
});

it('the parts together are the text', () => {
  const text = 'a http://b.example, c\nhttps://d.example/e?f#g h';
  expect(
    textParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
  expect(textParts('')).toEqual([]);
});

it('a host is named as it really is', () => {
  expect(webPageOf('https://Exаmple.org/x', parse)?.host).toBe('xn--exmple-4nf.org');
  expect(webPageOf('https://photos.example.org:8443/x', parse)?.host).toBe('photos.example.org:8443');
});

it('a name in front of the host is not taken for it, and neither is half an address', () => {
  for (const address of [
    'https://bank.example@evil.example/',
    'https://bank.example:x@evil.example',
    'https://',
  ])
    expect(webPageOf(address, parse)).toBeNull();
});
