/** The native parts of the DHT: those of the target alone, outside the archive, and such as the system loads. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { runNode } from '../../scripts/processes.mjs';
import type { Opened } from './opened';

const NAMES = ['sodium-native', 'udx-native'];
const LIMIT_MS = 30_000;

/** The targets whose parts a package holds; an app for macOS is for both kinds of processors. */
function targetsOf({ platform, executable }: Opened): string[] {
  if (platform === 'darwin') return ['darwin-arm64', 'darwin-x64'];
  return [`${platform}-${processorOf(executable) ?? 'unknown'}`];
}

/** By the head of an ELF, PE or Mach-O file; null for anything else. */
export function processorOf(file: string): string | null {
  const head = Buffer.alloc(4096);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  if (head.readUInt32BE(0) === 0x7f454c46) return { 62: 'x64', 183: 'arm64' }[head.readUInt16LE(18)] ?? null;
  if (head.readUInt32LE(0) === 0xfeedfacf)
    return { 0x01000007: 'x64', 0x0100000c: 'arm64' }[head.readUInt32LE(4)] ?? null;
  const pe = head.readUInt32LE(60);
  if (head.toString('latin1', 0, 2) !== 'MZ' || pe > head.length - 6) return null;
  return { 0x8664: 'x64', 0xaa64: 'arm64' }[head.readUInt16LE(pe + 4)] ?? null;
}

export async function nativeParts(opened: Opened): Promise<string[]> {
  const { archive, platform } = opened;
  const found = listPackage(archive, { isPack: false })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(node|bare|dll|dylib|so)$/.test(name));
  const wanted = NAMES.flatMap((name) =>
    targetsOf(opened).map((target) => `/node_modules/${name}/prebuilds/${target}/${name}.node`),
  );
  const problems = [
    ...wanted.filter((name) => !found.includes(name)).map((name) => `${name} is missing`),
    ...found.filter((name) => !wanted.includes(name)).map((name) => `${name} is not for this target`),
  ];
  for (const name of found.filter((each) => wanted.includes(each))) {
    const file = path.join(`${archive}.unpacked`, name);
    if (!existsSync(file)) problems.push(`${name} lies inside the archive, where it cannot be loaded`);
    else if (!name.includes(`-${processorOf(file) ?? 'unknown'}/`))
      problems.push(`${name} is for another processor`);
    else if (name.includes(`/${platform}-${process.arch}/`) && platform === process.platform)
      problems.push(...(await flawsOfLoading(file, name)));
  }
  return problems;
}

async function flawsOfLoading(file: string, name: string): Promise<string[]> {
  const script = 'process.dlopen({ exports: {} }, process.argv[1])';
  const { code, output } = await runNode(['-e', script, file], { output: 'keep', timeoutMs: LIMIT_MS });
  return code === 0 ? [] : [`${name} cannot be loaded: ${output.trim().split('\n').at(-1) ?? ''}`];
}
