/** Brings a decision about the picture to a browser's own encoder, one change after the other. */
import type { PictureEncoding } from './picture-encoding';

const known = new WeakMap<RTCRtpSender, SenderEncoding>();

/** One for each sender: changes of two would overtake one another. */
export function encodingOf(sender: RTCRtpSender): SenderEncoding {
  const encoding = known.get(sender) ?? new SenderEncoding(sender);
  known.set(sender, encoding);
  return encoding;
}

export class SenderEncoding {
  #wanted: PictureEncoding | null = null;
  #applied: PictureEncoding | null = null;
  #busy = false;

  constructor(private readonly sender: RTCRtpSender) {}

  want(encoding: PictureEncoding): void {
    this.#wanted = encoding;
    if (!this.#busy) void this.#apply();
  }

  async #apply(): Promise<void> {
    this.#busy = true;
    while (this.#wanted && !same(this.#wanted, this.#applied)) {
      const wanted = this.#wanted;
      try {
        await this.sender.setParameters(changed(this.sender.getParameters(), wanted));
        this.#applied = wanted;
      } catch {
        // A connection that is closed or has no encoder yet: the next wish tries again.
        break;
      }
    }
    this.#busy = false;
  }
}

function changed(parameters: RTCRtpSendParameters, wanted: PictureEncoding): RTCRtpSendParameters {
  const [encoding] = parameters.encodings;
  if (!encoding) throw new Error('sender without an encoding');
  encoding.active = wanted.state === 'running';
  if (wanted.state === 'running') {
    encoding.scaleResolutionDownBy = wanted.scaleDownBy;
    encoding.maxFramerate = wanted.framesPerSecond;
    encoding.maxBitrate = wanted.maxBitrate;
  }
  return parameters;
}

function same(one: PictureEncoding, other: PictureEncoding | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
