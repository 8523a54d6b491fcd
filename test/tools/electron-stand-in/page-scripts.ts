/** The scripts that run in a page before any of its own. */
import fs from 'node:fs';
import type Electron from 'electron';
import { isHeadless } from './chromium';
import type { MainWorldOptions } from './renderer/main-world';
import { runtime } from './runtime';

export const ISOLATED_WORLD_NAME = 'Electron Isolated Context';

/** What the preload's world must know about the app. */
export interface PreloadInfo {
  /** Known to both worlds' scripts, and to nothing in the page: how they find each other. */
  readonly token: string;
  readonly preload: string;
  readonly argv: string[];
  readonly platform: string;
  readonly versions: Record<string, string>;
}

export function mainWorldSource(token: string): string {
  const options: MainWorldOptions = { sharesOwnPage: isHeadless(process.env) };
  return `(() => { ${MAIN_WORLD}; world.start(${JSON.stringify(token)}, ${JSON.stringify(options)}); })()`;
}

export function isolatedWorldSource(token: string, preferences: Electron.WebPreferences): string {
  const { preload = '', additionalArguments = [] } = preferences;
  const { electron = '', node, chrome = '' } = process.versions as Record<string, string>;
  const info: PreloadInfo = {
    token,
    preload,
    argv: [runtime.executable, ...additionalArguments],
    platform: process.platform,
    versions: { electron, chrome, node: node ?? '' },
  };
  const code = preload === '' ? '' : fs.readFileSync(preload, 'utf8');
  const run = `function (require, process, global, module, exports) {${code}\n}`;
  const start = `world.start(${JSON.stringify(info)}, ${run})`;
  return `(() => { ${ISOLATED_WORLD}; ${start}; })()\n//# sourceURL=${preload === '' ? 'preload' : preload}`;
}
