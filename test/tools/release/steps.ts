/** The steps by which a release gets its signed words. Secret keys stay in the files that their holders name. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fromHex, toHex } from '../../../shared/bytes';
import { ed25519FromSeed, randomBytes } from '../../../shared/crypto/sodium';
import { decodeManifest, encodeManifest, type Manifest } from '../../../shared/release/manifest';
import {
  decodeSigned,
  encodeSigned,
  signManifest,
  type SignedManifest,
} from '../../../shared/release/signed-release';
import { parseVersion, showVersion } from '../../../shared/release/version';
import { Explained } from '../scripts/say.mjs';

const PACKAGE =
  /^Vigil-(\d+\.\d+\.\d+)-(linux|mac|win)-([a-z0-9]+)(?:-setup)?\.(deb|rpm|AppImage|tar\.gz|dmg|zip|exe)$/;
const platforms = { linux: 'linux', mac: 'darwin', win: 'win32' } as const;
const BUILD = /^(linux|darwin|win32)-(x64|arm64|universal)=(.+)$/;

/** Never over another file. @returns the public half, in hex. */
export function makeKey(file: string): string {
  if (existsSync(file)) throw new Explained(`${file} is there already`);
  const seed = randomBytes(32);
  writeFileSync(file, `${toHex(seed)}\n`, { mode: 0o600, flag: 'wx' });
  return toHex(ed25519FromSeed(seed).publicKey);
}

async function hashOf(file: string): Promise<Uint8Array> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return new Uint8Array(hash.digest());
}

/** @param builds such as `linux-x64=dist/linux-unpacked/resources/app.asar`. @returns the file that was made. */
export async function makeRelease(
  folder: string,
  builds: readonly string[],
  days: number,
  issued: number,
): Promise<string> {
  const found = readdirSync(folder).flatMap((name) => {
    const match = PACKAGE.exec(name);
    return match ? [match] : [];
  });
  const versions = [...new Set(found.map(([, version = '']) => version))];
  const version = parseVersion(versions[0] ?? '');
  if (versions.length !== 1 || !version) throw new Explained(`${folder} holds no packages of one version`);
  const files = found.map(async ([name, , system, arch = '', kind = '']) => {
    const file = path.join(folder, name);
    const platform = platforms[system as keyof typeof platforms];
    return {
      name,
      platform,
      arch,
      kind: kind.toLowerCase(),
      size: statSync(file).size,
      hash: await hashOf(file),
    };
  });
  const named = builds.map(async (build) => {
    const [, platform = '', arch = '', file = ''] = BUILD.exec(build) ?? [];
    if (file === '') throw new Explained(`--build says ${build}, and not such as linux-x64=app.asar`);
    return { platform, arch, hash: await hashOf(file) };
  });
  const expires = issued + Math.round(days * 24 * 3600);
  const made: Manifest = {
    ...{ v: 1, version, issued, expires },
    builds: await Promise.all(named),
    files: (await Promise.all(files)).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  const manifest = encodeManifest(made);
  const signed = encodeSigned({ manifest, signatures: [] });
  if (!decodeManifest(manifest) || !decodeSigned(signed))
    throw new Explained('that is more, or lasts longer, than a release may');
  const release = path.join(folder, `Vigil-${showVersion(version)}.vigil-release`);
  writeFileSync(release, signed);
  return release;
}

function readRelease(file: string): { signed: SignedManifest; manifest: Manifest } {
  const signed = decodeSigned(new Uint8Array(readFileSync(file)));
  const manifest = signed && decodeManifest(signed.manifest);
  if (!signed || !manifest) throw new Explained(`${file} is no release file`);
  return { signed, manifest };
}

/** Once for each key. @returns how many have signed. */
export function addSignature(file: string, keyFile: string): number {
  const { signed } = readRelease(file);
  const text = readFileSync(keyFile, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Explained(`${keyFile} is no release key`);
  const own = signManifest(signed.manifest, fromHex(text));
  const others = signed.signatures.filter(({ key }) => toHex(key) !== toHex(own.key));
  const signatures = [...others, own];
  writeFileSync(file, encodeSigned({ ...signed, signatures }));
  return signatures.length;
}

/** What a holder reads before signing, a line each. */
export function shown(file: string): string[] {
  const { signed, manifest } = readRelease(file);
  const day = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return [
    `Vigil ${showVersion(manifest.version)}, issued ${day(manifest.issued)}, news until ${day(manifest.expires)}`,
    ...manifest.builds.map(({ platform, arch, hash }) => `build ${platform} ${arch} ${toHex(hash)}`),
    ...manifest.files.map(({ name, size, hash }) => `file ${name} ${String(size)} ${toHex(hash)}`),
    ...signed.signatures.map(({ key }) => `signed by ${toHex(key)}`),
  ];
}
