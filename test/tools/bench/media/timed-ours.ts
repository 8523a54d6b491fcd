/** Vigil's frame worker, with frames handed to it. */
import '../../../../renderer/call/frames/frame-worker';
import { ownTransformHandler, timeFramesFor } from './timed-transform';

timeFramesFor(ownTransformHandler());
