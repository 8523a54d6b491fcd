/** What electron-builder.yml and package.json say of packages, which is all that they are made from. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { root } from '../scripts/paths.mjs';

const config = z.object({
  appId: z.string(),
  productName: z.string(),
  protocols: z.array(z.object({ schemes: z.array(z.string()) })),
  fileAssociations: z.array(z.object({ ext: z.string(), mimeType: z.string() })),
  electronFuses: z.record(z.string(), z.boolean()),
  linux: z.object({
    synopsis: z.string(),
    maintainer: z.string(),
    executableName: z.string(),
    category: z.string(),
    target: z.array(z.string()),
    desktop: z.object({ entry: z.record(z.string(), z.string()) }),
  }),
  deb: z.object({ depends: z.array(z.string()), recommends: z.array(z.string()) }),
  rpm: z.object({ depends: z.array(z.string()) }),
});
const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

export type PackageConfig = z.infer<typeof config> & z.infer<typeof manifest>;

export function readConfig(folder = root): PackageConfig {
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return {
    ...config.parse(load(read('electron-builder.yml'))),
    ...manifest.parse(JSON.parse(read('package.json'))),
  };
}

/** Of everything in a package, so that the same sources make the same bytes: the year that Vigil began. */
export const DEFAULT_EPOCH = '1767225600';

/** Seconds since 1970. */
export const epoch = (env: NodeJS.ProcessEnv = process.env): number =>
  Number(env['SOURCE_DATE_EPOCH'] ?? DEFAULT_EPOCH);

/** `Vigil-0.1.0-linux-x64.deb` and the like, as electron-builder would name it. */
export function artifactName({ productName, version }: PackageConfig, ending: string): string {
  return `${productName}-${version}-linux-${process.arch}.${ending}`;
}
