import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parseOptions } from '../../../main/options';

const handle = vi.fn<(scheme: string, answer: (request: { url: string }) => Promise<Response>) => void>();
vi.mock('electron', () => ({ protocol: { handle } }));
const { containedFile, serveApp } = await import('../../../main/window/app-protocol');

describe('the command line', () => {
  it('names profile and relays in both spellings', () => {
    const argv = ['vigil', '--profile', 'bob', '--relay=ws://a', '--relay', 'WS://B/'];
    expect(parseOptions(argv)).toEqual({
      profile: 'bob',
      relays: ['ws://a', 'ws://b'],
      transports: null,
      dhtNodes: null,
      stun: null,
      testReleaseKeys: [],
      encodeOnceFrom: null,
    });
    expect(parseOptions(['vigil', '.', '--no-stun', '--transports=lan,nostr', '--dht-node=a:1'])).toEqual({
      profile: null,
      relays: null,
      transports: ['nostr', 'lan'],
      dhtNodes: ['a:1'],
      stun: [],
      testReleaseKeys: [],
      encodeOnceFrom: null,
    });
    expect(parseOptions(['vigil', '--encode-once-from=2']).encodeOnceFrom).toBe(2);
    expect(parseOptions(['vigil', '--encode-once-from=2x']).encodeOnceFrom).toBeNull();
    expect(parseOptions(['vigil', '--stun=a:3478', '--stun', 'b:3478']).stun).toEqual(['a:3478', 'b:3478']);
  });

  it.each(['../evil', 'a/b', '', 'x'.repeat(33), 'C:\\x'])('refuses the profile name %j', (name) => {
    expect(() => parseOptions([`--profile=${name}`])).toThrow(RangeError);
  });
});

describe('files of the app', () => {
  it('come once somebody answers their page, and not before', async () => {
    let answers = (): void => undefined;
    const root = path.join(import.meta.dirname, '../../../renderer');
    serveApp(root, new Promise((resolve) => (answers = resolve)));
    const come = vi.fn<(response: Response) => void>();
    const asked = handle.mock.calls[0]?.[1]({ url: 'app://vigil/index.html' }).then(come);
    await readFile(path.join(root, 'index.html'));
    expect(come).not.toHaveBeenCalled();
    answers();
    await asked;
    expect(come.mock.calls[0]?.[0].status).toBe(200);
  });

  it('are those below its folder and nothing else', () => {
    const root = '/app/renderer';
    expect(containedFile(root, 'app://vigil/index.html')).toBe('/app/renderer/index.html');
    expect(containedFile(root, 'app://vigil/..%2fsecret')).toBeNull();
    expect(containedFile(root, 'app://other/index.html')).toBeNull();
    const others = ['/', '/%2e%2e/secret', '/a%00', '/..%5csecret', '/%zz', '/..%2f..%2fetc'];
    for (const url of [...others.map((rest) => `app://vigil${rest}`), 'nonsense']) {
      const file = containedFile(root, url);
      expect(file === null || file.startsWith(`${root}/`)).toBe(true);
    }
  });
});
