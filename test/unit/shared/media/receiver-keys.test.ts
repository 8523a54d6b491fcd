import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { ReceiveKeys } from '../../../../shared/media/frame-messages';
import { keyIdOf, readKeyId, tracks } from '../../../../shared/media/key-id';
import type { KeyMessage } from '../../../../shared/media/key-messages';
import { baseKeyFrom, ratchetBy, trackKeyOf } from '../../../../shared/media/ratchet';
import { ReceiverKeys } from '../../../../shared/media/receiver-keys';
import { seededRandom } from '../../../support/world/random';

beforeAll(cryptoReady);

const keyOf = (name: string): Uint8Array => seededRandom(name)(32);
const message = (generation: number, step: number, key: Uint8Array): KeyMessage => ({
  t: 'key',
  generation,
  step,
  key,
});
const video = (generation: number, step: number): number => keyIdOf({ generation, step }, tracks.video);

function receiver(): { keys: ReceiverKeys; installed: ReceiveKeys[]; places: () => string[] } {
  const installed: ReceiveKeys[] = [];
  const keys = new ReceiverKeys({ install: (each) => installed.push(each), forget: () => undefined });
  const places = (): string[] =>
    installed
      .splice(0)
      .flatMap((each) => each.keys.map(({ keyId }) => ({ ...readKeyId(keyId), ...each })))
      .filter(({ track }) => track === tracks.video)
      .map(
        ({ peerId, generation, step, onTrial }) =>
          `${peerId} ${generation}.${step}${onTrial ? ' on trial' : ''}`,
      );
  return { keys, installed, places };
}

describe('the keys of the others', () => {
  it('are handed out for each track, two steps ahead', () => {
    const { keys, installed, places } = receiver();
    expect(keys.accept('bob', message(3, 7, keyOf('bob')))).toBe(true);
    const [first] = installed;
    expect(first?.keys.map(({ keyId, key }) => [keyId, toHex(key)])).toEqual(
      [0, 1, 2].flatMap((ahead) =>
        Object.values(tracks).map((track) => [
          keyIdOf({ generation: 3, step: 7 + ahead }, track),
          toHex(trackKeyOf(ratchetBy(baseKeyFrom(keyOf('bob')), ahead), track)),
        ]),
      ),
    );
    expect(places()).toEqual(['bob 3.7', 'bob 3.8', 'bob 3.9']);
  });

  it('are taken only if they are newer', () => {
    const { keys, places } = receiver();
    expect(keys.accept('bob', message(3, 7, keyOf('a')))).toBe(true);
    for (const [generation, step] of [
      [3, 7],
      [3, 6],
      [2, 255],
      [0, 0],
    ] as const) {
      expect(keys.accept('bob', message(generation, step, keyOf('b')))).toBe(false);
    }
    places();
    expect(keys.accept('carol', message(0, 0, keyOf('c')))).toBe(true);
    expect(keys.accept('bob', message(3, 8, keyOf('d')))).toBe(true);
    expect(keys.accept('bob', message(4, 0, keyOf('e')))).toBe(true);
    expect(keys.accept('bob', message(3, 9, keyOf('f')))).toBe(false);
    expect(places().filter((place) => place.startsWith('bob 4'))).toHaveLength(3);
  });

  it('stay refused after the peer was gone', () => {
    const { keys } = receiver();
    keys.accept('bob', message(3, 7, keyOf('a')));
    keys.forget('bob');
    expect(keys.accept('bob', message(3, 7, keyOf('a')))).toBe(false);
    expect(keys.accept('bob', message(4, 0, keyOf('a')))).toBe(true);
  });

  it('catch up any number of steps on trial, and keep it only when a frame opened', () => {
    const { keys, places } = receiver();
    keys.accept('bob', message(0, 0, keyOf('a')));
    places();
    for (let count = 0; count < 3; count++) {
      keys.missing('bob', video(0, 255));
      expect(places()).toEqual(['bob 0.255 on trial']);
    }
    keys.missing('bob', video(0, 100));
    expect(places()).toEqual(['bob 0.100 on trial']);
    keys.used('bob', video(0, 100));
    expect(places()).toEqual(['bob 0.101', 'bob 0.102']);
    expect(keys.accept('bob', message(0, 100, keyOf('b')))).toBe(false);
  });

  it('are not invented: another peer, another generation, a step before, no key id', () => {
    const { keys, places } = receiver();
    keys.accept('bob', message(2, 9, keyOf('a')));
    places();
    keys.missing('carol', video(2, 20));
    keys.missing('bob', video(3, 20));
    keys.missing('bob', video(2, 8));
    keys.missing('bob', video(2, 10));
    keys.missing('bob', -1);
    keys.missing('bob', 2 ** 50);
    keys.used('bob', Number.NaN);
    keys.used('carol', video(2, 9));
    expect(places()).toEqual([]);
  });

  it('end with the generation before the one in use', () => {
    const { keys, places } = receiver();
    keys.accept('bob', message(0, 0, keyOf('a')));
    keys.accept('bob', message(1, 0, keyOf('b')));
    keys.missing('bob', video(0, 9));
    places();
    keys.used('bob', video(1, 0));
    keys.missing('bob', video(0, 9));
    expect(places()).toEqual([]);
    keys.missing('bob', video(1, 9));
    expect(places()).toEqual(['bob 1.9 on trial']);
  });

  it('are handed out again to a new worker', () => {
    const { keys, places } = receiver();
    keys.accept('bob', message(0, 3, keyOf('a')));
    keys.used('bob', video(0, 4));
    keys.accept('carol', message(0, 255, keyOf('b')));
    places();
    keys.workerStarted();
    expect(places()).toEqual(['bob 0.4', 'bob 0.5', 'bob 0.6', 'carol 0.255']);
    keys.stop();
    keys.workerStarted();
    expect(places()).toEqual([]);
  });

  it('of four generations at most are remembered', () => {
    const { keys, places } = receiver();
    for (let generation = 0; generation < 9; generation++) {
      keys.accept('bob', message(generation, 255, keyOf(`g${String(generation)}`)));
    }
    places();
    keys.workerStarted();
    expect(places()).toEqual(['bob 5.255', 'bob 6.255', 'bob 7.255', 'bob 8.255']);
  });
});
