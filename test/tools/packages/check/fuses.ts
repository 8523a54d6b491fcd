/** Fuses, read from the program itself, and the digest by which it knows its archive. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { readConfig } from '../config';
import { digestOfHead } from './archive';
import type { Opened } from './opened';

/** electron-builder's names for them. */
const names: Record<string, FuseV1Options> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};
/** The characters of the fuse wire. */
const [OFF, ON] = ['0', '1'].map((digit) => digit.charCodeAt(0));
/** Not a fuse, but how they are set. */
const MANNER = 'resetAdHocDarwinSignature';

export async function fuses({ platform, app, executable }: Opened): Promise<string[]> {
  const wanted = Object.entries(readConfig().electronFuses).filter(([name]) => name !== MANNER);
  // On macOS they are in a framework, which is found from the app.
  const program = platform === 'darwin' ? path.dirname(app) : executable;
  const wire = await getCurrentFuseWire(program).catch(() => null);
  if (wire === null) return ['the program has none'];
  const missing = Object.keys(names).filter((name) => !wanted.some(([other]) => other === name));
  const wrong = wanted.filter(([name, on]) => {
    const fuse = names[name];
    return fuse === undefined || Number(wire[fuse]) !== (on ? ON : OFF);
  });
  return [
    ...missing.map((name) => `electron-builder.yml does not say whether ${name} is on`),
    ...wrong.map(([name, on]) => `${name} should be ${on ? 'on' : 'off'} and is not`),
  ];
}

/** Electron checks it on macOS and Windows alone; on Linux the archive is as safe as the program beside it. */
export function integrity({ platform, app, executable, archive }: Opened): string[] {
  const digest = digestOfHead(archive);
  const told = platform === 'darwin' ? path.join(app, 'Info.plist') : executable;
  return readFileSync(told).includes(digest) ? [] : [`${path.basename(told)} does not name ${digest}`];
}
