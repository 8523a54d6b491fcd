/** Every protection that can be taken out, part by part. The threat model names each beside the claim that it keeps. */
import type { Protection } from '../protection';
import { alertProtections } from './alerts';
import { app } from './app';
import { backgrounds } from './backgrounds';
import { clocks } from './clocks';
import { door } from './door';
import { files } from './files';
import { handshakes } from './handshakes';
import { media } from './media';
import { members } from './members';
import { picturesOnce } from './pictures-once';
import { releases } from './releases';
import { recording } from './recording';
import { rendezvous } from './rendezvous';
import { seeing } from './seeing';
import { sharing } from './sharing';
import { shortcutProtections } from './shortcuts';
import { speakingUp } from './speaking-up';
import { spotlight } from './spotlight';
import { weekly } from './weekly';
import { statements } from './statements';
import { vault } from './vault';
import { verification } from './verification';
import { volunteer } from './volunteer';

export const protections: readonly Protection[] = [
  ...handshakes,
  ...door,
  ...members,
  ...statements,
  ...media,
  ...picturesOnce,
  ...verification,
  ...vault,
  ...app,
  ...alertProtections,
  ...backgrounds,
  ...clocks,
  ...rendezvous,
  ...speakingUp,
  ...files,
  ...releases,
  ...spotlight,
  ...weekly,
  ...seeing,
  ...sharing,
  ...recording,
  ...shortcutProtections,
  ...volunteer,
];
