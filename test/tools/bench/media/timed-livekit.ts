/** livekit-client's e2ee worker, with frames handed to it. */
import 'livekit-client/e2ee-worker';
import { ownTransformHandler, timeFramesFor } from './timed-transform';

timeFramesFor(ownTransformHandler());
