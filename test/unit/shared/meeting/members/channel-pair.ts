/** Two ends of one member channel, everything that goes between them, and all chance that they had. */
import { comparePublic, toHex } from '../../../../../shared/bytes';
import { identityFromSeed, generateIdentitySeed } from '../../../../../shared/identity/identity';
import { MemberChannel } from '../../../../../shared/meeting/members/member-channel';
import type { MemberMessage } from '../../../../../shared/meeting/messages/member-messages';
import { createSelf, type Self } from '../../../../../shared/meeting/self';
import type { Drop } from '../../../../../shared/meeting/ports';
import { seededRandom } from '../../../../support/world/random';
import { Scheduler } from '../../../../support/world/scheduler';

const DELAY_MS = 20;

export interface End {
  self: Self;
  channel: MemberChannel;
  said: MemberMessage[];
  renewals: number;
  drops: Map<Drop, number>;
  /** What it drew, in order. Copies: the originals are overwritten. */
  drawn: Uint8Array[];
}

export interface ChannelPair {
  scheduler: Scheduler;
  meeting: { meetingId: Uint8Array; psk: Uint8Array };
  /** It has the lower peer id. */
  initiator: End;
  responder: End;
  wire: { from: 'initiator' | 'responder'; frame: Uint8Array }[];
  /** What becomes of a frame: false, it is lost. */
  passes: (from: 'initiator' | 'responder', frame: Uint8Array) => boolean;
}

/** Needs cryptoReady. */
export function channelPair(seed: string): ChannelPair {
  const random = seededRandom(seed);
  const scheduler = new Scheduler();
  const meeting = { meetingId: random(32), psk: random(32) };
  const selves = ['Alice', 'Bob'].map((name) =>
    createSelf(
      {
        identity: identityFromSeed(generateIdentitySeed(random)),
        name,
        microphone: true,
        camera: true,
        addressShownTo: 'everybody',
        version: '0.1.0',
        buildHash: new Uint8Array(8),
      },
      random,
    ),
  ) as [Self, Self];
  selves.sort((one, other) => comparePublic(one.peerId, other.peerId));
  const ends = {} as { initiator: End; responder: End };
  const pair: ChannelPair = { scheduler, meeting, wire: [], passes: () => true, ...ends };
  const make = (role: 'initiator' | 'responder', self: Self, other: Self): End => {
    const drawn: Uint8Array[] = [];
    const drops = new Map<Drop, number>();
    const carry = (frame: Uint8Array): void => {
      pair.wire.push({ from: role, frame });
      if (!pair.passes(role, frame)) return;
      scheduler.timer(DELAY_MS, () => {
        pair[role === 'initiator' ? 'responder' : 'initiator'].channel.receive(frame, null);
      });
    };
    const end: End = {
      self,
      said: [],
      renewals: 0,
      drops,
      drawn,
      channel: new MemberChannel(
        { peerId: toHex(other.peerId), mayBeHere: () => true, expected: null, knownName: '' },
        meeting,
        self,
        {
          timer: scheduler.timer,
          steady: scheduler.steady,
          drop: (reason) => drops.set(reason, (drops.get(reason) ?? 0) + 1),
          random: (length) => {
            const bytes = random(length);
            drawn.push(bytes.slice());
            return bytes;
          },
        },
        {
          carry,
          carryBy: carry,
          opened: () => undefined,
          said: (message) => end.said.push(message),
          renewed: () => end.renewals++,
          failed: (reason) => {
            throw new Error(`the channel failed: ${reason}`);
          },
        },
      ),
    };
    return end;
  };
  pair.initiator = make('initiator', selves[0], selves[1]);
  pair.responder = make('responder', selves[1], selves[0]);
  pair.responder.channel.start(null);
  pair.initiator.channel.start(null);
  scheduler.run(1000);
  return pair;
}

/** Of the keys by which an end seals. */
export function hashOf({ channel }: End): string {
  if (channel.state.state !== 'open') throw new Error(`the channel is ${channel.state.state}`);
  return toHex(channel.state.channel.handshakeHash);
}
