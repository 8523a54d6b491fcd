/**
 * The dedicated worker that every encoded frame passes, in both directions and on all links. It has keys of single
 * tracks and steps, imported non-extractable, and nothing else; libsodium stays in main, which does the ratchet.
 */
import { systemClocks } from '../../clocks';
import { FrameOpener } from '../../../shared/media/frame-opener';
import { FrameSealer } from '../../../shared/media/frame-sealer';
import type { Subtle } from '../../../shared/media/sframe';
import { PictureFan } from '../once/picture-fan';
import { fanFrames, openFrames, sealFrames } from './frame-loop';
import { MissingKeys } from './missing-keys';
import type { ToWorker, TransformOptions } from './worker-messages';
import type { FrameWorkerScope } from './worker-scope';

const SWEEP_EVERY_MS = 1000;

const scope = self as unknown as FrameWorkerScope;
// The DOM's types want buffers that are not shared; none here are.
const subtle = crypto.subtle as unknown as Subtle;

const missing = new MissingKeys((peerId, keyId) => {
  scope.postMessage({ type: 'key-missing', peerId, keyId });
});
const sealer = new FrameSealer(subtle, (generation) => {
  scope.postMessage({ type: 'send-key-spent', generation });
});
const opener = new FrameOpener(subtle, systemClocks.steady, {
  used: (peerId, keyId) => {
    scope.postMessage({ type: 'key-used', peerId, keyId });
  },
});

const fan = new PictureFan({
  sealer,
  now: systemClocks.steady,
  failed: () => {
    scope.postMessage({ type: 'pictures-failed' });
  },
});

scope.onrtctransform = ({ transformer }) => {
  // Made by frame-crypto-client.ts; a copy, so that nothing changes it.
  const options = transformer.options as TransformOptions;
  switch (options.direction) {
    case 'send':
      void sealFrames(transformer, options, sealer);
      break;
    case 'fan': {
      const sink = fan.join(options.connectionId);
      void fanFrames(transformer, sink).then(() => {
        fan.leave(options.connectionId, sink);
      });
      break;
    }
    case 'receive':
      void openFrames(transformer, options, opener, missing);
      break;
  }
};

async function run(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'send-keys':
      await sealer.use(message);
      break;
    case 'receive-keys':
      await opener.install(message);
      missing.arrived(message.peerId);
      break;
    case 'forget-peer':
      opener.forget(message.peerId);
      break;
    case 'silence-peer':
      opener.silence(message.peerId, message.on);
      break;
    case 'camera':
      fan.follow(message.camera);
      break;
    case 'beat':
      fan.beat(message.dummies);
      break;
    case 'plan':
      fan.use(message.plan);
      break;
  }
}

scope.onmessage = ({ data }) => {
  // What fails here ends the worker: the window hears of it and starts another, with other keys.
  run(data).catch(reportError);
};

setInterval(() => {
  opener.sweep();
}, SWEEP_EVERY_MS);

scope.postMessage({ type: 'ready' });
