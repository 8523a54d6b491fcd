/** One person on a computer of the test network: a real meeting by the local network alone, steered by messages. */
import { LanTransport } from '../../../main/rendezvous/lan/lan';
import { MeetingRunner } from '../../../main/meeting/runner';
import { Rendezvous } from '../../../main/rendezvous/rendezvous';
import { cryptoReady } from '../../../shared/crypto/sodium';
import { generateIdentitySeed } from '../../../shared/identity/identity';

export type Order =
  { order: 'host'; name: string; title: string } | { order: 'join'; name: string; link: string };

export type Word =
  | { word: 'ready' }
  | { word: 'link'; link: string }
  /** A connection to somebody who was let in is to be made: the way by the local network is done. */
  | { word: 'let-in'; state: string; others: number | null; milliseconds: number };

const say = (word: Word): void => {
  process.send?.(word);
};

await cryptoReady();
const identity = generateIdentitySeed();
const transport = new LanTransport({ changed: () => undefined });
const choice = { microphone: false, camera: false };
let begun = 0;

const runner: MeetingRunner = new MeetingRunner({
  identitySeed: () => identity,
  version: '0.0.0',
  buildHash: new Uint8Array(8),
  iceServers: [],
  rendezvous: () => new Rendezvous([transport]),
  relaysForLink: () => [],
  sendLinkCommand: ({ type }) => {
    const { state, others } = transport.status;
    if (type === 'open') say({ word: 'let-in', state, others, milliseconds: performance.now() - begun });
  },
  sendFrameCommand: () => undefined,
  acquaintances: { find: () => null, met: () => undefined },
  changed: () => {
    const { view } = runner;
    if (view.phase === 'inside') for (const { knockId } of view.knocks) runner.admit(knockId);
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
