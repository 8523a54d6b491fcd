/** One person on a computer of the test network: a real meeting by the local network alone, steered by messages. */
import { systemClocks } from '../../../../../main/clocks';
import { LanTransport } from '../../../../../main/rendezvous/lan/lan';
import { MeetingRunner } from '../../../../../main/meeting/runner';
import { ByHandTransport } from '../../../../../main/rendezvous/by-hand/by-hand-transport';
import { Rendezvous } from '../../../../../main/rendezvous/rendezvous';
import { cryptoReady, randomBytes } from '../../../../../shared/crypto/sodium';
import { generateIdentitySeed } from '../../../../../shared/identity/identity';
import { AcceptedReleases } from '../../../../support/world/accepted-releases';
import { AddressBook } from '../../../../support/world/address-book';
import { forgetful } from '../../../../support/world/forgetful';

export type Order =
  { order: 'host'; name: string; title: string } | { order: 'join'; name: string; link: string };

export type Word =
  | { word: 'ready' }
  | { word: 'link'; link: string }
  /** The host has let somebody in; the guest was answered by the door. */
  | { word: 'met'; state: string; others: number | null; milliseconds: number };

const say = (word: Word): void => {
  process.send?.(word);
};

await cryptoReady();
const identity = generateIdentitySeed(randomBytes);
const transport = new LanTransport({ changed: () => undefined });
const choice = { microphone: false, camera: false };
let begun = 0;

const met = (): void => {
  const { state, others } = transport.status;
  say({ word: 'met', state, others, milliseconds: performance.now() - begun });
};

const runner: MeetingRunner = new MeetingRunner({
  identitySeed: () => identity,
  version: '0.0.0',
  buildHash: () => new Uint8Array(8),
  stun: [],
  allowedIce: (ice) => ice,
  wayTo: (remote) => remote,
  networkUsed: () => undefined,
  noWayBy: () => undefined,
  settings: () => ({ turn: [], hideAddress: false, directAfterVerified: false }),
  ownMeetings: forgetful,
  rendezvous: () => ({
    rendezvous: new Rendezvous([transport]),
    byHand: new ByHandTransport(systemClocks, { changed: () => undefined }),
  }),
  relaysForLink: () => [],
  sendConnectionCommand: ({ type }) => {
    if (type === 'open') met();
  },
  sendFrameCommand: () => undefined,
  acquaintances: new AddressBook(Date.now).port,
  releases: new AcceptedReleases(Date.now).port,
  changed: () => {
    setImmediate(() => {
      const { view } = runner;
      if (view.phase === 'inside')
        for (const { knockId } of view.knocks) runner.moderation.decide(knockId, true);
      if (view.phase === 'knocking' && view.step !== 'looking') met();
    });
  },
});

process.on('message', (order: Order) => {
  begun = performance.now();
  if (order.order === 'host') {
    runner.newMeeting();
    runner.enter({ ...choice, name: order.name, title: order.title });
    say({ word: 'link', link: runner.inviteLink() });
  } else {
    runner.openLink(order.link);
    runner.enter({ ...choice, name: order.name });
  }
});
say({ word: 'ready' });
