/** The real frame worker, and a count of what its sealer and its opener did with each frame. */
import { FrameOpener } from '../../../../../../shared/media/frame-opener';
import { FrameSealer } from '../../../../../../shared/media/frame-sealer';
import '../../../../../../renderer/call/frames/frame-worker';
import { COUNTS_CHANNEL, type Counted } from './counts';

type Outcome = { ok: true } | { ok: false; reason: string };

const channel = new BroadcastChannel(COUNTS_CHANNEL);
const counts: Counted['counts'] = {};

function count(direction: 'send' | 'receive', track: number, outcome: Outcome): void {
  const place = `${direction} ${track} ${outcome.ok ? 'ok' : outcome.reason}`;
  counts[place] = (counts[place] ?? 0) + 1;
  channel.postMessage({ side: self.name, counts } satisfies Counted);
}

// The worker has made its own two before this line; what they are asked for goes through here all the same.
const seal = Reflect.get<FrameSealer, 'seal'>(FrameSealer.prototype, 'seal');
const open = Reflect.get<FrameOpener, 'open'>(FrameOpener.prototype, 'open');

FrameSealer.prototype.seal = async function (track, codec, payload) {
  const outcome = await seal.call(this, track, codec, payload);
  count('send', track, outcome);
  return outcome;
};

FrameOpener.prototype.open = async function (source, frame) {
  const outcome = await open.call(this, source, frame);
  count('receive', source.track, outcome);
  return outcome;
};
