/** The dedicated worker in which the camera's frames become those that others see. It has no other way out. */
import { systemClocks } from '../../clocks';
import { Composer } from './composer';
import { composeFrames } from './frame-loop';
import { Pace } from './pace';
import { openSegmenter } from './segmenter';
import type { BeginBackground, FromBackground } from './worker-messages';

const tell = (message: FromBackground): void => {
  self.postMessage(message);
};

/** Whatever hangs does not say this. */
setInterval(() => {
  tell({ type: 'alive' });
}, 1000);

self.onmessage = ({ data }: MessageEvent<BeginBackground>) => {
  void begin(data);
};

async function begin({ files, look, camera, others }: BeginBackground): Promise<void> {
  let reason: 'model' | 'slow' = 'model';
  try {
    const composer = new Composer(await openSegmenter(files), look);
    const pace = new Pace(tell);
    await composeFrames(camera, others, {
      compose: (frame) => new VideoFrame(composer.compose(frame), { timestamp: frame.timestamp }),
      took: (milliseconds) => {
        if (pace.took(milliseconds, systemClocks.steady())) return;
        reason = 'slow';
        throw new Error('too slow');
      },
      now: systemClocks.steady,
    });
  } catch {
    tell({ type: 'failed', reason });
  }
}
