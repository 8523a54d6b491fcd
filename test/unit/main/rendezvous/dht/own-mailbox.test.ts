import { expect, it } from 'vitest';
import { OwnMailbox } from '../../../../../main/rendezvous/dht/own-mailbox';
import type { DhtNode } from '../../../../../main/rendezvous/dht/dht-node';
import { ed25519FromSeed, randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import { splitMessage } from '../../../../../shared/wire/envelope';

const MINUTE = 60_000;

it.each([-60 * MINUTE, 60 * MINUTE])(
  'is announced every ten minutes, whatever the clock is set to (%i ms)',
  async (by) => {
    const time = { wall: 1_800_000_000_000, steady: 0 };
    let announced = 0;
    const stands = (): Promise<boolean> => Promise.resolve(true);
    const announce = (): Promise<boolean> => Promise.resolve(++announced > 0);
    const node = { announce, putImmutable: stands, putMutable: stands } as unknown as DhtNode;
    const room = {
      topicKey: randomBytes(32) as Room['topicKey'],
      envelopeKey: randomBytes(32) as Room['envelopeKey'],
    };
    const mailbox = new OwnMailbox({
      ...{ room, topic: randomBytes(32), keyPair: ed25519FromSeed(randomBytes(32)), announced: true },
      node: () => node,
      clocks: { wall: () => time.wall, steady: () => time.steady },
    });
    const [from, to, messageId] = [randomBytes(16), new Uint8Array(16), randomBytes(8)];
    await mailbox.add(splitMessage({ kind: 'hello', from, to, messageId, body: randomBytes(40) }));
    expect(announced).toBe(1);
    time.wall += by;
    time.steady += 9 * MINUTE;
    mailbox.announce();
    expect(announced).toBe(1);
    time.steady += MINUTE;
    mailbox.announce();
    expect(announced).toBe(2);
  },
);
