/** `node test/tools/scripts/release-version.mjs v1.2.3`: whether a tag is that of package.json, as a release has to be. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { Explained, runTool } from './say.mjs';

await runTool(() => {
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  );
  const tag = process.argv[2] ?? '';
  if (tag !== `v${version}`) throw new Explained(`The tag is ${tag}, and package.json says ${version}.`);
  return Promise.resolve(0);
});
