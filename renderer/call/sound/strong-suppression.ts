/** A captured voice without what is not speech. */
import wasm from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url';
import type { Treated } from '../devices/treatment';
import { openSoundContext } from './sound-context';
import { DENOISER, type DenoiserOptions } from './worklet-scope';

/** Two files of the app's own, and a context: whatever takes longer does not come. */
const LIMIT_MS = 10_000;

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
  const limit = AbortSignal.timeout(LIMIT_MS);
  const late = new Promise<never>((_resolve, reject) => {
    limit.addEventListener('abort', () => {
      reject(new Error('noise suppression does not start'));
    });
  });
  const opening = openSoundContext();
  try {
    const context = await Promise.race([opening, late]);
    const options: DenoiserOptions = { bytes: await Promise.race([readNetwork(), late]) };
    const denoiser = new AudioWorkletNode(context, DENOISER, {
      ...{ numberOfInputs: 1, numberOfOutputs: 1, outputChannelCount: [1] },
      ...{ channelCount: 1, channelCountMode: 'explicit' },
      processorOptions: options,
    });
    await Promise.race([begun(denoiser), late]);
    return connect(context, captured, denoiser, failed);
  } catch (error) {
    void opening.then((context) => context.close()).catch(() => undefined);
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
    void context.close().catch(() => undefined);
  };
  denoiser.onprocessorerror = () => {
    if (!hasEnded) failed();
  };
  return { track, end };
}
