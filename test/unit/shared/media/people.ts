/** People whose keys travel at once and whose frames the test carries: the machinery of a call without a browser. */
import { webcrypto } from 'node:crypto';
import { FrameOpener } from '../../../../shared/media/frame-opener';
import { FrameSealer } from '../../../../shared/media/frame-sealer';
import type { SendKeys } from '../../../../shared/media/frame-messages';
import type { FrameCodec, Opened } from '../../../../shared/media/frames';
import { tracks } from '../../../../shared/media/key-id';
import type { KeyMessage } from '../../../../shared/media/key-messages';
import { ReceiverKeys } from '../../../../shared/media/receiver-keys';
import { Generations, SenderKeys } from '../../../../shared/media/sender-keys';
import type { Subtle } from '../../../../shared/media/sframe';
import { seededRandom } from '../../../support/world/random';
import { Scheduler } from '../../../support/world/scheduler';

export const subtle = webcrypto.subtle as unknown as Subtle;

/** What an encoder makes: VP8 with the P bit as asked. */
export function vp8(kind: 'key' | 'delta', length = 64): Uint8Array {
  return Uint8Array.from({ length }, (_, index) =>
    index === 0 ? (kind === 'key' ? 0x10 : 0x11) : index & 0xff,
  );
}

export class Person {
  sealer!: FrameSealer;
  readonly opener: FrameOpener;
  readonly sending: SenderKeys;
  readonly receiving: ReceiverKeys;
  readonly spent: number[] = [];
  worker = 0;

  constructor(
    readonly name: string,
    world: Call,
  ) {
    const { scheduler } = world;
    this.sending = new SenderKeys(
      new Generations(),
      { timer: scheduler.timer, random: seededRandom(name) },
      {
        use: (_worker, keys: SendKeys) => {
          world.pending.push(this.sealer.use(keys));
        },
        tell: (to, message: KeyMessage) => world.person(to).receiving.accept(name, message),
      },
    );
    this.opener = new FrameOpener(subtle, scheduler.now, {
      used: (peerId, keyId) => {
        this.receiving.used(peerId, keyId);
      },
    });
    this.receiving = new ReceiverKeys({
      install: (keys) => {
        world.pending.push(this.opener.install(keys));
      },
      forget: (peerId) => {
        this.opener.forget(peerId);
      },
    });
    this.startWorker();
  }

  /** A new sealer, which knows nothing of the one before. */
  startWorker(maxFrames?: bigint): void {
    this.sealer = new FrameSealer(subtle, (generation) => this.spent.push(generation), maxFrames);
    this.sending.workerStarted(++this.worker);
  }

  async seal(payload = vp8('delta'), codec: FrameCodec = 'vp8'): Promise<Uint8Array> {
    const sealed = await this.sealer.seal(codec === 'vp8' ? tracks.video : tracks.audio, codec, payload);
    if (!sealed.ok) throw new Error(`not sealed: ${sealed.reason}`);
    return sealed.bytes;
  }

  /** A frame that came on the link to `from`. @returns what became of it, in a word. */
  async open(from: string, frame: Uint8Array, codec: FrameCodec = 'vp8'): Promise<string> {
    const opened = await this.openWhole(from, frame, codec);
    return opened.ok ? 'opened' : opened.reason;
  }

  openWhole(from: string, frame: Uint8Array, codec: FrameCodec = 'vp8'): Promise<Opened> {
    const track = codec === 'vp8' ? tracks.video : tracks.audio;
    return this.opener.open({ peerId: from, track, codec }, frame);
  }
}

export class Call {
  readonly scheduler = new Scheduler();
  readonly pending: Promise<unknown>[] = [];
  readonly #people = new Map<string, Person>();

  person(name: string): Person {
    const person = this.#people.get(name) ?? new Person(name, this);
    this.#people.set(name, person);
    return person;
  }

  /** Each gets the key of the other. */
  async meet(a: string, b: string): Promise<void> {
    this.person(a).sending.join(b);
    this.person(b).sending.join(a);
    await this.settle();
  }

  async run(milliseconds: number): Promise<void> {
    this.scheduler.run(milliseconds);
    await this.settle();
  }

  /** All keys that were handed over are in place. */
  async settle(): Promise<void> {
    while (this.pending.length > 0) await this.pending.pop();
  }
}
