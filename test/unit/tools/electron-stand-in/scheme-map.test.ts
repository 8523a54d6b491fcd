import { expect, test } from 'vitest';
import { originOf, SchemeMap } from '../../../tools/electron-stand-in/scheme-map';

function appMap(): SchemeMap {
  const map = new SchemeMap();
  map.add('app');
  return map;
}

test.each([
  ['app://vigil/index.html', 'https://vigil.app.invalid/index.html'],
  ['app://vigil/a/b.js?x=1#y', 'https://vigil.app.invalid/a/b.js?x=1#y'],
  ['app://vigil/', 'https://vigil.app.invalid/'],
])('maps %s and back', (url, web) => {
  expect(appMap().toWeb(url)).toBe(web);
  expect(appMap().fromWeb(web)).toBe(url);
});

test('gives a bare host its root path', () => {
  expect(appMap().toWeb('app://vigil')).toBe('https://vigil.app.invalid/');
  expect(appMap().toWeb('app://vigil?x')).toBe('https://vigil.app.invalid/?x');
});

test.each(['https://example.com/', 'other://vigil/', 'about:blank', 'https://vigil.other.invalid/', ''])(
  'leaves %j alone',
  (url) => {
    expect(appMap().toWeb(url)).toBe(url);
    expect(appMap().fromWeb(url)).toBe(url);
  },
);

test.each([
  'https://vigil.app.invalid.example.com/',
  'https://vigil.app.invalid:8443/',
  'https://user@vigil.app.invalid/',
  'https://example.com/.app.invalid/',
  'https://example.com?.app.invalid/',
  'http://vigil.app.invalid/',
])('is not fooled by the look-alike %s', (url) => {
  expect(appMap().fromWeb(url)).toBe(url);
});

test('translates a content security policy, and nothing that only looks like the scheme', () => {
  const policy =
    "default-src 'self' app://vigil; img-src app: blob:; connect-src https://app.example my-app://x";
  expect(appMap().policyToWeb(policy)).toBe(
    "default-src 'self' https://vigil.app.invalid; img-src https://*.app.invalid blob:; " +
      'connect-src https://app.example my-app://x',
  );
});

test.each([
  ['app://vigil/index.html', 'app://vigil'],
  ['https://example.com:8443/a', 'https://example.com:8443'],
  ['about:blank', 'null'],
  ['', 'null'],
])('the origin of %j is %s', (url, origin) => {
  expect(originOf(url)).toBe(origin);
});
