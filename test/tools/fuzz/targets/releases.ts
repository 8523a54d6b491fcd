/** Releases, as a file, a page or a member hands them over. */
import { concat, uintBE } from '../../../../shared/bytes';
import { utf8 } from '../../../../shared/crypto/sodium';
import {
  RELEASE_BODY_LENGTH,
  releaseBody,
  releaseIn,
} from '../../../../shared/meeting/messages/release-messages';
import { releaseAddress } from '../../../../shared/release/address';
import { judgeRelease } from '../../../../shared/release/judge';
import { decodeManifest, encodeManifest } from '../../../../shared/release/manifest';
import { decodeSigned, encodeSigned } from '../../../../shared/release/signed-release';
import { parseVersion, showVersion } from '../../../../shared/release/version';
import { ISSUED, manifestOf, pinnedKeys, signedOf } from '../../../support/release/releases';
import { must, textOf, type FuzzTarget } from '../target';

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Short ones, that a case can hold many of. */
const small = { builds: [], files: manifestOf().files.slice(0, 1) };

export const releases: readonly FuzzTarget[] = [
  {
    name: 'release',
    refuses: 'none',
    maxLength: 1200,
    seeds: () => [
      concat(Uint8Array.of(0), signedOf()),
      concat(Uint8Array.of(0), signedOf(small, [0, 1, 2])),
      concat(Uint8Array.of(0), signedOf(small, [])),
      concat(Uint8Array.of(1), encodeManifest(manifestOf(small))),
      ...['0.2.0', 'https://mirror.example/v/'].map((text) => concat(Uint8Array.of(2), utf8(text))),
    ],
    words: [
      'manifest',
      'signatures',
      'version',
      'issued',
      'expires',
      'builds',
      'files',
      'size',
      'hash',
      '.onion',
    ],
    run: (bytes) => {
      const rest = bytes.subarray(1);
      if (bytes[0] === 0) {
        const signed = decodeSigned(rest);
        if (signed) must(equal(encodeSigned(signed), rest), 'a release of two forms');
        const judging = { keys: pinnedKeys(), now: ISSUED, running: [0, 1, 0], kept: [] } as const;
        const verdict = judgeRelease(rest, judging);
        must(verdict.verdict !== 'accepted' || signed !== null, 'accepted, and not read');
      } else if (bytes[0] === 1) {
        const manifest = decodeManifest(rest);
        if (manifest) must(equal(encodeManifest(manifest), rest), 'a manifest of two forms');
      } else {
        const text = textOf(rest);
        const version = parseVersion(text);
        if (version) must(showVersion(version) === text, 'a version that is shown otherwise');
        const address = releaseAddress(text, (at) => (URL.canParse(at) ? new URL(at) : null));
        must(!address || /^https?:$/.test(address.protocol), 'an address of something else');
      }
    },
  },
  {
    name: 'release-body',
    refuses: 'none',
    maxLength: 600,
    seeds: () => [
      concat(Uint8Array.of(0, 4), utf8('news')),
      releaseBody(utf8('x')).slice(0, 40),
      concat(uintBE(RELEASE_BODY_LENGTH, 2), utf8('x')),
    ],
    run: (bytes) => {
      const body = new Uint8Array(RELEASE_BODY_LENGTH);
      body.set(bytes);
      const release = releaseIn(body);
      if (release) must(equal(releaseBody(release), body), 'a body of two forms');
    },
  },
];
