import { networkInterfaces } from 'node:os';
import type { Page } from '@playwright/test';
import { toHex, toBase64Url } from '../../shared/bytes';
import { cryptoReady, randomBytes } from '../../shared/crypto/sodium';
import { deriveMeetingKeys, type Room } from '../../shared/invite/key-schedule';
import { parseLink } from '../../shared/invite/link';
import { openEnvelope, sealEnvelope, type EnvelopeKind } from '../../shared/wire/envelope';
import { askToJoin, connect, expectPictureOfOther, hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { seePicture } from '../support/driver/observe';
import {
  drop,
  duplicate,
  flipBit,
  flood,
  forge,
  replayPast,
  truncate,
  type Behaviour,
} from '../tools/relay/behaviours';
import { startHostileRelay, type HostileRelay } from '../tools/relay/hostile-relay';
import type { NostrEvent } from '../../main/volunteer-server/relay/messages';

test.beforeAll(cryptoReady);

const pictures = (page: Page): Promise<number> =>
  page.locator('video[data-testid^="video-"]:not([data-testid="video-self"])').count();

/** The relay has been tried again, after pauses of 1, 2, 4, 8 s: whatever could happen would have happened. */
async function triedAgain(relay: HostileRelay, events: number): Promise<void> {
  const before = relay.seen.length;
  await expect.poll(() => relay.seen.length - before, { timeout: 60_000 }).toBeGreaterThanOrEqual(events);
}

function topicOf(event: NostrEvent): string {
  return event.tags.find(([name]) => name === 'x')?.[1] ?? '';
}

/** What a relay can do that holds the link as well: open an envelope, change its body, and seal it again. */
function rewriteInside(room: () => Room | null, kinds: EnvelopeKind[]): Behaviour {
  return (event, deliver) => {
    const keys = room();
    const topic = Buffer.from(topicOf(event), 'hex');
    try {
      if (!keys) throw new Error('no link yet');
      const envelope = openEnvelope(Buffer.from(event.content, 'base64url'), keys.envelopeKey, topic);
      if (!kinds.includes(envelope.kind)) throw new Error('left alone');
      // Another ephemeral key in the place of the true one.
      const body = envelope.body.map((byte, index) =>
        index >= 4 && index < 36 ? (byte ^ 0x55) & 0x7f : byte,
      );
      const sealed = sealEnvelope({ ...envelope, body }, keys.envelopeKey, topic, randomBytes(24));
      deliver(forge(event, { content: toBase64Url(sealed) }));
    } catch {
      deliver(event);
    }
  };
}

const rewriters: Record<string, Behaviour> = {
  'flips a bit of every nonce': flipBit(0),
  'flips a bit in the middle of everything': flipBit(0.5),
  'flips a bit at the end of everything': flipBit(1),
  'cuts everything off': truncate(900),
};

test('a relay that rewrites anything gets no call at all', async ({ app }) => {
  const relay = await startHostileRelay();
  const alice = await app({ relays: [relay.url] });
  const bob = await app({ relays: [relay.url] });
  const link = await hostMeeting(alice.page, 'Alice');
  let holder: Room | null = null;
  const ways: Record<string, Behaviour> = {
    ...rewriters,
    "swaps the newcomer's handshake key": rewriteInside(() => holder, ['hello']),
    "swaps the door's handshake key": rewriteInside(() => holder, ['answer']),
    'swaps the knock': rewriteInside(() => holder, ['knock']),
  };
  holder = deriveMeetingKeys(parseLink(link, Date.now() / 1000)).room;
  for (const [name, behaviour] of Object.entries(ways)) {
    await test.step(name, async () => {
      relay.behave(behaviour);
      await askToJoin(bob.page, link, 'Bob');
      await triedAgain(relay, 4);
      await expect(alice.page.getByTestId('knock-card')).toHaveCount(0);
      await expect(bob.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'looking');
      await bob.page.getByTestId('knock-cancel').click();
    });
  }
  await relay.close();
});

test('a relay that begins to rewrite after the knock gets no call either', async ({ app }) => {
  const relay = await startHostileRelay();
  const alice = await app({ relays: [relay.url] });
  const bob = await app({ relays: [relay.url] });
  const link = await hostMeeting(alice.page, 'Alice');
  await askToJoin(bob.page, link, 'Bob');
  await expect(bob.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'asked');
  relay.behave(flipBit(0.3));
  await alice.page.getByTestId('knock-admit').click();
  await triedAgain(relay, 4);
  await expect(bob.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'asked');
  expect((await seePicture(alice.page)).frames).toBe(0);
  // The attack ends; the same knock leads to the call.
  relay.behave((event, deliver) => {
    deliver(event);
  });
  await expectPictureOfOther(bob.page);
  await relay.close();
});

test('a relay that repeats, floods and replays changes nothing', async ({ app }) => {
  const relay = await startHostileRelay();
  for (const behaviour of [duplicate(3), replayPast(), flood(20)]) {
    const alice = await app({ relays: [relay.url] });
    const bob = await app({ relays: [relay.url] });
    relay.behave(behaviour);
    await connect(alice.page, bob.page);
    relay.replay();
    relay.sendToAll('["EVENT","nothing",{"kind":"not a number"}]');
    relay.sendToAll('not even JSON');
    await expect(alice.page.getByTestId('knock-card')).toHaveCount(0);
    expect(await pictures(alice.page)).toBe(1);
    await alice.close();
    await bob.close();
  }
  await relay.close();
});

test('one honest relay among silent ones is enough', async ({ app, relay }) => {
  const honest = await relay();
  const silent = await startHostileRelay();
  silent.behave(drop());
  const relays = [silent.url, 'ws://127.0.0.1:9', honest.url];
  const alice = await app({ relays });
  const bob = await app({ relays });
  await connect(alice.page, bob.page);
  await silent.close();
});

test('what relays see: no name, key, secret or address, one size, and nothing that ties two relays together', async ({
  app,
  relay,
}) => {
  const seen: string[][] = [[], []];
  const events: NostrEvent[][] = [[], []];
  const relays = await Promise.all(
    [0, 1].map((index) =>
      relay({
        tap: (entry) => {
          if (entry.type === 'received') seen[index]?.push(entry.text);
        },
        onEvent: (event) => events[index]?.push(event),
      }),
    ),
  );
  const urls = relays.map(({ url }) => url);
  const alice = await app({ relays: urls });
  const bob = await app({ relays: urls });
  const link = await connect(alice.page, bob.page, { host: 'Wang Weilin', guest: 'Xiao Ming' });
  const afterConnect = events.map(({ length }) => length);

  const invite = parseLink(link, Date.now() / 1000);
  const keys = deriveMeetingKeys(invite);
  const secrets = [
    Buffer.from('Wang Weilin'),
    Buffer.from('Xiao Ming'),
    invite.secret,
    invite.hostKey,
    keys.psk,
    keys.meetingId,
    keys.room.topicKey,
    keys.room.envelopeKey,
  ];
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address }) => address),
  );
  for (const texts of seen) {
    const everything = texts.join('\n');
    const decoded = texts
      .flatMap((text) => text.match(/[A-Za-z0-9_-]{1000,}/g) ?? [])
      .map((content) => Buffer.from(content, 'base64url'));
    expect(decoded.length).toBeGreaterThan(3);
    for (const secret of secrets) {
      for (const form of [toHex(secret), toBase64Url(secret), Buffer.from(secret).toString('latin1')]) {
        expect(everything.includes(form)).toBe(false);
      }
      for (const content of decoded) expect(content.includes(Buffer.from(secret))).toBe(false);
    }
    for (const address of addresses) {
      expect(everything.includes(address)).toBe(false);
      for (const content of decoded) expect(content.includes(address)).toBe(false);
    }
    for (const word of ['candidate', 'fingerprint', 'vigil', '.local'])
      expect(everything.toLowerCase().includes(word)).toBe(false);
  }
  const [first = [], second = []] = events;
  expect(new Set([...first, ...second].map(({ content }) => content.length)).size).toBe(1);
  for (const token of [
    topicOf,
    ({ pubkey }: NostrEvent) => pubkey,
    ({ content }: NostrEvent) => content,
    ({ id }: NostrEvent) => id,
  ]) {
    const onSecond = new Set(second.map(token));
    expect(first.map(token).filter((value) => onSecond.has(value))).toEqual([]);
  }

  // Connected, the two need no relay: an idle meeting sends nothing more.
  await bob.page.getByTestId('control-mic').click();
  await expect(alice.page.getByTestId('tile-muted')).toBeVisible();
  expect(events.map(({ length }) => length)).toEqual(afterConnect);
});
