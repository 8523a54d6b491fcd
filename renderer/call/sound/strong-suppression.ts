/** A captured voice without what is not speech. */
import wasm from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url';
import type { Treated } from '../devices/treatment';
import { inTime } from './in-time';
import { openSoundContext } from './sound-context';
import { DENOISER, type DenoiserOptions } from './worklet-scope';

/** A file of the app's own, and a network: whatever takes longer does not come. */
const LIMIT_MS = 10_000;
/** Whoever speaks meanwhile is heard by nobody. */
const RESUME_LIMIT_MS = 3000;

let bytes: Promise<ArrayBuffer> | null = null;

/** From the app's own files, once. */
function readNetwork(): Promise<ArrayBuffer> {
  const reading = (bytes ??= fetch(wasm).then((answer) => {
    if (!answer.ok) throw new Error('no noise suppression in this build');
    return answer.arrayBuffer();
  }));
  reading.catch(() => {
    bytes = null;
  });
  return reading;
}

/**
 * Rejects when it cannot begin.
 * @param failed it has stopped, and its track is silent from now on.
 */
export async function suppressNoise(captured: MediaStreamTrack, failed: () => void): Promise<Treated> {
  const context = await openSoundContext();
  try {
    const options: DenoiserOptions = { bytes: await inTime(readNetwork(), LIMIT_MS) };
    const denoiser = new AudioWorkletNode(context, DENOISER, {
      ...{ numberOfInputs: 1, numberOfOutputs: 1, outputChannelCount: [1] },
      ...{ channelCount: 1, channelCountMode: 'explicit' },
      processorOptions: options,
    });
    await inTime(begun(denoiser), LIMIT_MS);
    return connect(context, captured, denoiser, failed);
  } catch (error) {
    void context.close().catch(() => undefined);
    throw error;
  }
}

function begun(denoiser: AudioWorkletNode): Promise<void> {
  return new Promise((resolve, reject) => {
    denoiser.port.onmessage = () => {
      resolve();
    };
    denoiser.onprocessorerror = () => {
      reject(new Error('the network does not load'));
    };
  });
}

/** A context that stands still is asked once to go on, and has a few seconds for it. */
async function goesOn(context: AudioContext): Promise<boolean> {
  const isRunning = (): boolean => context.state === 'running';
  if (isRunning() || context.state === 'closed') return isRunning();
  await inTime(context.resume(), RESUME_LIMIT_MS).catch(() => undefined);
  return isRunning();
}

function connect(
  context: AudioContext,
  captured: MediaStreamTrack,
  denoiser: AudioWorkletNode,
  failed: () => void,
): Treated {
  const source = context.createMediaStreamSource(new MediaStream([captured]));
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  source.connect(denoiser).connect(destination);
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('no track was made');
  track.contentHint = captured.contentHint;
  let hasEnded = false;
  const end = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    track.stop();
    context.onstatechange = null;
    void context.close().catch(() => undefined);
  };
  denoiser.onprocessorerror = () => {
    if (!hasEnded) failed();
  };
  // Suspended, it is silent, and says nothing of it.
  context.onstatechange = () =>
    void goesOn(context).then((isHeard) => {
      if (!isHeard && !hasEnded) failed();
    });
  return { track, end };
}
