/** The worker that only passes frames on, with frames handed to it. */
import './pass-through-worker';
import { ownTransformHandler, timeFramesFor } from './timed-transform';

timeFramesFor(ownTransformHandler());
