import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { concat, EMPTY, u64BE } from '../../../../shared/bytes';
import { chachaPolySeal, cryptoReady, randomBytes } from '../../../../shared/crypto/sodium';
import { chachaPolyNonce, CipherState, MAX_NONCE } from '../../../../shared/noise/cipher-state';
import { ReplayWindow } from '../../../../shared/noise/replay-window';
import { SecureChannel } from '../../../../shared/noise/secure-channel';

beforeAll(cryptoReady);

function pair(): [SecureChannel, SecureChannel] {
  const [one, two] = [randomBytes(32), randomBytes(32)];
  const handshakeHash = randomBytes(64);
  return [
    new SecureChannel({
      send: new CipherState(one.slice()),
      receive: new CipherState(two.slice()),
      handshakeHash,
    }),
    new SecureChannel({
      send: new CipherState(two.slice()),
      receive: new CipherState(one.slice()),
      handshakeHash,
    }),
  ];
}

describe('a secure channel', () => {
  it('opens messages in any order, each once, and nothing that was changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (messages, picks) => {
          const [sender, receiver] = pair();
          const sealed = messages.map((message) => ({ message, bytes: sender.seal(message) }));
          while (sealed.length > 0) {
            const [next] = sealed.splice(Number(picks.next().value) % sealed.length, 1);
            if (!next) break;
            const place = Number(picks.next().value) % next.bytes.length;
            expect(() =>
              receiver.open(next.bytes.map((byte, index) => (index === place ? byte ^ 1 : byte))),
            ).toThrow();
            expect(receiver.open(next.bytes)).toEqual(next.message);
            expect(() => receiver.open(next.bytes)).toThrow();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not open what it sent itself', () => {
    const [sender] = pair();
    const sealed = sender.seal(Uint8Array.of(1));
    expect(() => sender.open(sealed)).toThrow();
  });

  it('refuses messages older than its window of 2,048', () => {
    const [sender, receiver] = pair();
    const old = sender.seal(Uint8Array.of(0));
    for (let count = 0; count < 2048; count++) receiver.open(sender.seal(Uint8Array.of(1)));
    expect(() => receiver.open(old)).toThrow();
  });

  it('opens nothing under the counter that Noise reserves, genuine or not', () => {
    const [key, other] = [randomBytes(32), randomBytes(32)];
    const receiver = new SecureChannel({
      send: new CipherState(other),
      receive: new CipherState(key.slice()),
      handshakeHash: randomBytes(64),
    });
    const under = (counter: bigint): Uint8Array =>
      concat(u64BE(counter), chachaPolySeal(key, chachaPolyNonce(counter), EMPTY, Uint8Array.of(1)));
    expect(receiver.open(under(MAX_NONCE - 1n))).toEqual(Uint8Array.of(1));
    expect(() => receiver.open(under(MAX_NONCE))).toThrow('repeated or too old');
  });

  it('seals and opens nothing any more when it was wiped', () => {
    const [sender, receiver] = pair();
    const sealed = sender.seal(Uint8Array.of(1));
    for (const channel of [sender, receiver]) channel.wipe();
    expect(() => sender.seal(Uint8Array.of(1))).toThrow('closed');
    expect(() => receiver.open(sealed)).toThrow('closed');
  });

  it('alone has the keys: what the handshake left is overwritten, and passes nothing on as it is', () => {
    const [one, two] = [randomBytes(32), randomBytes(32)];
    const [send, receive] = [new CipherState(one), new CipherState(two)];
    const channel = new SecureChannel({ send, receive, handshakeHash: randomBytes(64) });
    expect([one, two]).toEqual([new Uint8Array(32), new Uint8Array(32)]);
    expect(() => send.encryptWithAd(EMPTY, Uint8Array.of(1))).toThrow('wiped');
    expect(() => receive.decryptWithAd(EMPTY, Uint8Array.of(1))).toThrow('wiped');
    expect(channel.seal(Uint8Array.of(1))).toHaveLength(25);
  });

  it('seals at most 16 KiB', () => {
    const [sender, receiver] = pair();
    expect(receiver.open(sender.seal(new Uint8Array(16 * 1024 - 24)))).toHaveLength(16 * 1024 - 24);
    expect(() => sender.seal(new Uint8Array(16 * 1024 - 23))).toThrow(RangeError);
  });
});

describe('a replay window', () => {
  it('agrees with a list of everything seen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { maxLength: 200 }), (counters) => {
        const window = new ReplayWindow(16);
        const seen = new Set<number>();
        for (const counter of counters) {
          const highest = Math.max(-1, ...seen);
          const fresh = !seen.has(counter) && counter > highest - 16;
          expect(window.accepts(BigInt(counter))).toBe(fresh);
          if (!fresh) continue;
          window.record(BigInt(counter));
          seen.add(counter);
        }
      }),
    );
  });

  it('jumps far ahead without walking all the way', () => {
    const window = new ReplayWindow(2048);
    window.record(0n);
    window.record(2n ** 60n);
    expect(window.accepts(2n ** 60n)).toBe(false);
    expect(window.accepts(2n ** 60n - 2047n)).toBe(true);
    expect(window.accepts(5n)).toBe(false);
  });
});
