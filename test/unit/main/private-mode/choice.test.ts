import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChoice, writeChoice } from '../../../../main/private-mode/choice';
import { parseProxyAddress, proxyUrl } from '../../../../main/private-mode/proxy-address';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-private-'));
});
afterEach(() => rm(folder, { recursive: true }));

const tor = parseProxyAddress('socks5://127.0.0.1:9050');
const put = (text: string): Promise<void> => writeFile(path.join(folder, 'private-mode.json'), text);

describe('the choice of private mode', () => {
  it('is off where none was ever made', () => {
    expect(readChoice(folder)).toEqual({ state: 'off', proxy: null });
  });

  it('is read as it was written, and leaves nothing else behind', async () => {
    await writeChoice(folder, true, tor);
    expect(readChoice(folder)).toEqual({ state: 'on', proxy: tor });
    await writeChoice(folder, false, tor);
    expect(readChoice(folder)).toEqual({ state: 'off', proxy: tor });
    expect(await readdir(folder)).toEqual(['private-mode.json']);
  });

  it('is read as an editor saved it: with a byte order mark, other ends of lines, and as UTF-16', async () => {
    const text = '{\r\n  "version": 1, "on": true,\r\n  "proxy": "socks5://127.0.0.1:9050"\r\n}\r\n';
    for (const encoding of ['utf8', 'utf16le'] as const) {
      await writeFile(path.join(folder, 'private-mode.json'), `\ufeff${text}`, encoding);
      expect(readChoice(folder)).toEqual({ state: 'on', proxy: tor });
    }
    await writeFile(path.join(folder, 'private-mode.json'), Uint8Array.of(0xff, 0xff, ...Buffer.from(text)));
    expect(readChoice(folder)).toEqual({ state: 'damaged' });
  });

  it.each([
    '',
    '{',
    'null',
    '{"version":1,"on":false}',
    '{"version":1,"on":"false","proxy":"socks5://127.0.0.1:9050"}',
    '{"version":2,"on":false,"proxy":"socks5://127.0.0.1:9050"}',
    '{"version":1,"on":false,"proxy":"direct://"}',
    '{"version":1,"on":false,"proxy":"socks5://127.0.0.1:9050","more":1}',
  ])('is damaged, and not off, when its file says %j', async (text) => {
    await put(text);
    expect(readChoice(folder)).toEqual({ state: 'damaged' });
  });

  it('is damaged when its file cannot be read', async () => {
    await mkdir(path.join(folder, 'private-mode.json'));
    expect(readChoice(folder)).toEqual({ state: 'damaged' });
  });

  it('that cannot be written says so', async () => {
    await expect(writeChoice(path.join(folder, 'none'), true, tor)).rejects.toMatchObject({
      code: 'private-mode-not-saved',
    });
  });
});

describe('the address of a proxy', () => {
  it.each([
    ['socks5://127.0.0.1:9050', 'socks5://127.0.0.1:9050'],
    [' SOCKS5H://Proxy.Example:1080/ ', 'socks5://proxy.example:1080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%j is %j', (text, canonical) => {
    expect(proxyUrl(parseProxyAddress(text))).toBe(canonical);
  });

  it.each([
    '127.0.0.1:9050',
    'socks5://127.0.0.1',
    'socks5://127.0.0.1:0',
    'socks5://127.0.0.1:65536',
    'socks5://300.1.1.1:1',
    'socks5://user:word@127.0.0.1:9050',
    'socks4://127.0.0.1:9050',
    'https://127.0.0.1:9050',
    'socks5://a:1,direct://',
    'socks5://a b:1',
    'socks5://a:1/path',
  ])('%j is none', (text) => {
    expect(() => parseProxyAddress(text)).toThrow(expect.objectContaining({ code: 'proxy-address-invalid' }));
  });
});
