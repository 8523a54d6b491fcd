/** Everybody's media keys in one meeting: the own ones as others may have them, and theirs as they say them. */
import type { FrameCommand, FrameReport } from '../../media/frame-messages';
import type { KeyMessage, KeyWanted } from '../../media/key-messages';
import { ReceiverKeys } from '../../media/receiver-keys';
import { SenderKeys } from '../../media/sender-keys';
import type { Ports } from '../ports';

export class MediaKeys {
  readonly #sender: SenderKeys;
  readonly #receiver: ReceiverKeys;

  /**
   * @param tell says a key to one member, sealed for it alone, or asks it for its own.
   * @param changed the epoch is another one, and nobody came or went at this moment.
   */
  constructor(
    ports: Ports,
    private readonly tell: (peerId: string, message: KeyMessage | KeyWanted) => void,
    private readonly changed: () => void,
  ) {
    const run = (command: FrameCommand): void => {
      ports.frames.run(command);
    };
    const timer: Ports['timer'] = (milliseconds, step) =>
      ports.timer(milliseconds, () => {
        step();
        changed();
      });
    this.#sender = new SenderKeys(
      ports.frames.generations,
      { ...ports, timer },
      {
        use: (worker, keys) => {
          run({ type: 'send-keys', worker, ...keys });
        },
        tell,
      },
    );
    this.#receiver = new ReceiverKeys({
      install: (keys) => {
        run({ type: 'receive-keys', ...keys });
      },
      forget: (peerId) => {
        run({ type: 'forget-peer', peerId });
      },
    });
  }

  /** Of what this person sends. */
  get epoch(): SenderKeys['epoch'] {
    return this.#sender.epoch;
  }

  /** A member's channel stands: from now on it may hear and see. */
  join(peerId: string): void {
    this.#sender.join(peerId);
  }

  /** It cannot open what is sealed from now on, and nothing of it opens any more. */
  leave(peerId: string): void {
    this.#sender.leave(peerId);
    this.#receiver.forget(peerId);
  }

  /** The keys of its channel are new ones. */
  renewed(peerId: string): void {
    this.#sender.renewed(peerId);
  }

  said(peerId: string, message: KeyMessage): void {
    this.#receiver.accept(peerId, message);
  }

  report(report: FrameReport): void {
    switch (report.type) {
      case 'worker-started':
        this.#sender.workerStarted(report.worker);
        this.#receiver.workerStarted();
        this.changed();
        break;
      case 'worker-lost':
        this.#sender.workerLost(report.worker);
        this.changed();
        break;
      case 'send-key-spent':
        this.#sender.spent(report.generation);
        this.changed();
        break;
      case 'key-missing':
        if (this.#receiver.missing(report.peerId, report.keyId))
          this.tell(report.peerId, { t: 'key-wanted' });
        break;
      case 'key-used':
        this.#receiver.used(report.peerId, report.keyId);
        break;
    }
  }

  end(): void {
    this.#sender.stop();
    this.#receiver.stop();
  }
}
