/** Everything that reads what others wrote. */
import type { FuzzTarget } from '../target';
import { files } from './files';
import { handshakes } from './handshakes';
import { mediaTargets } from './media';
import { messages } from './messages';
import { recordings } from './recordings';
import { releases } from './releases';
import { serversAndFiles } from './servers-and-files';
import { texts } from './texts';

export const targets: readonly FuzzTarget[] = [
  ...texts,
  ...handshakes,
  ...messages,
  ...files,
  ...releases,
  ...recordings,
  ...mediaTargets,
  ...serversAndFiles,
];
