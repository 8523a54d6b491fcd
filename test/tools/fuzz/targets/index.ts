/** Everything that reads what others wrote. */
import type { FuzzTarget } from '../target';
import { serversAndFiles } from './servers-and-files';
import { texts } from './texts';
import { wire } from './wire';

export const targets: readonly FuzzTarget[] = [...texts, ...wire, ...serversAndFiles];
