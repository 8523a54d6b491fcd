/**
 * Photographs every state of the screens and looks for barriers with axe.
 *
 *     node --import tsx test/gallery/shoot.ts [OUTDIR] [--check] [--only=BEGINNING OF NAMES,...]
 *
 * --check: no pictures; exit code 1 if a state has a serious or critical barrier or scrolls sideways.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { barriersOn, overflowOn } from './barriers';
import { after } from './steps';

type Theme = 'light' | 'dark';
interface Shot {
  state: string;
  width: number;
  height: number;
  theme: Theme;
  locale: string;
}

const root = fileURLToPath(new URL('.', import.meta.url));
const options = process.argv.slice(2);
const isCheck = options.includes('--check');
const only = options
  .find((option) => option.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const outDir = options.find((option) => !option.startsWith('--')) ?? join(root, '../../out/gallery/shots');

const small = [
  'home',
  'home-notices',
  'preview-host',
  'preview-camera-denied',
  'knocking-asked',
  'meeting-alone-revealed',
  'meeting-two',
  'meeting-people',
  'meeting-long-names',
  'people-host',
  'people-menu',
  'people-member',
  'people-many',
  'preview-open',
  'replace-link',
  'continue-dialog',
  'meeting-leave-host',
  'asks-and-more',
  'host-away',
  'ask-end',
  'ask-removals-me',
  'group-code',
  'group-code-changed',
  'group-code-chip-changed',
  'alarm-host-contradiction',
  ...['meeting-speaks', 'meeting-three', 'meeting-four', 'meeting-eight'],
  ...['meeting-sixteen', 'meeting-sixteen-people', 'meeting-fewer-pictures'],
  'safety-number',
  'settings',
  ...['locked', 'settings-passphrase-change', 'preview-throwaway'],
  'alarm',
  'ended-left',
  ...['settings-turn', 'preview-lend', 'people-paths', 'meeting-no-path', 'ended-no-path'],
  ...['trust-four', 'trust-people', 'trust-knocks', 'trust-two', 'only-two', 'key-changed', 'emoji-asked'],
  ...['verify-code', 'verify-scan', 'verify-emoji-comparing', 'verify-mismatch-emoji', 'verify-matched-code'],
  ...[
    'verify-somebody-else',
    'group-code-compared',
    'home-no-contacts',
    'settings-contacts',
    'contact-rename',
  ],
  ...['connection-ready', 'connection-one-left', 'connection-meeting', 'connection-report'],
  ...['meeting-menu', 'happening-four'],
  ...['by-hand-waiting', 'by-hand-problem', 'knocking-hand-ready'],
];
const knowing = [
  'verify-copied-match',
  'verify-copied-no-match',
  'settings-identity-code',
  'group-code-copied',
];
const middling = [
  'meeting-three',
  'meeting-four',
  'meeting-eight',
  'meeting-sixteen',
  'meeting-sixteen-people',
];
const large = ['home', 'preview-guest', 'meeting-two', 'meeting-alone', 'safety-number'];
const huge = ['home', 'meeting-two'];
const chinese = [
  ...knowing,
  'home',
  'home-notices',
  'preview-guest',
  'knocking-looking',
  'meeting-knock',
  'meeting-two',
  'people-host',
  'people-menu',
  'ask-move',
  'ask-removals-me',
  'group-code',
  'continue-dialog',
  'meeting-leave-host',
  'preview-open',
  'alarm-host-contradiction',
  'meeting-fewer-pictures',
  'safety-number',
  'settings',
  ...['locked-forgot', 'settings-passphrase', 'settings-passphrase-change', 'preview-throwaway'],
  'alarm',
  ...['settings-turn', 'people-paths', 'meeting-no-path', 'ended-no-path'],
  'ended-denied',
  ...['trust-four', 'trust-people', 'trust-knocks', 'key-changed', 'verify-code', 'verify-emoji-comparing'],
  ...['verify-mismatch-emoji', 'verify-matched-code', 'group-code-compared', 'settings-contacts'],
  ...['home-no-contacts', 'verify-emoji-idle', 'only-four'],
  ...['connection-ready', 'connection-one-left', 'connection-report', 'happening-four'],
  ...['by-hand-waiting', 'by-hand-problem', 'knocking-hand-ready'],
];

function shotsOf(states: readonly string[]): Shot[] {
  const one = (state: string, change: Partial<Shot> = {}): Shot => ({
    state,
    width: 1280,
    height: 800,
    theme: 'light',
    locale: 'en',
    ...change,
  });
  return [
    ...states.map((state) => one(state)),
    ...states.map((state) => one(state, { theme: 'dark' })),
    ...[...small, ...knowing].map((state) => one(state, { width: 800, height: 600 })),
    ...middling.map((state) => one(state, { width: 1000, height: 700, theme: 'dark' })),
    ...large.map((state) => one(state, { width: 1920, height: 1080 })),
    ...huge.map((state) => one(state, { width: 3840, height: 2160, theme: 'dark' })),
    ...chinese.map((state) => one(state, { locale: 'zh-CN' })),
    ...chinese.map((state) => one(state, { locale: 'zh-TW', theme: 'dark' })),
    ...['preview-guest', 'meeting-two'].map((state) =>
      one(state, { locale: 'zh-CN', width: 800, height: 600 }),
    ),
  ].filter((shot) => only === undefined || only.some((start) => shot.state.startsWith(start)));
}

function nameOf(shot: Shot): string {
  const size = shot.width === 1280 ? [] : [`${shot.width.toString()}x${shot.height.toString()}`];
  const language = shot.locale === 'en' ? [] : [shot.locale];
  return [shot.state, ...size, ...language, shot.theme].join('.');
}

async function openState(browser: Browser, base: string, shot: Shot): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: shot.width, height: shot.height },
    colorScheme: shot.theme,
    locale: shot.locale,
    reducedMotion: 'reduce',
  });
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(`${nameOf(shot)}: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    console.log(`${nameOf(shot)}: ${error.message}`);
  });
  await page.goto(`${base}#${shot.state}`);
  await page.waitForTimeout(400);
  await after(shot.state, page);
  return page;
}

const dist = join(root, '../../out/gallery/site');
await build({
  root,
  base: './',
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: { outDir: dist, emptyOutDir: true, target: 'chrome140' },
});
const server = await preview({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { outDir: dist },
  preview: { host: '127.0.0.1', port: 0 },
});
const base = server.resolvedUrls?.local[0];
if (base === undefined) throw new Error('the gallery could not be served');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
});
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const first = await browser.newPage();
await first.goto(base);
const states = await first.evaluate(() => window.galleryStates);
await first.close();

await mkdir(outDir, { recursive: true });
let found = 0;
for (const shot of shotsOf(states)) {
  const page = await openState(browser, base, shot);
  if (!isCheck) await page.screenshot({ path: join(outDir, `${nameOf(shot)}.png`) });
  const troubles = [...(await barriersOn(page, axe)), ...(await overflowOn(page))];
  for (const trouble of troubles) console.log(`${nameOf(shot)}: ${trouble}`);
  found += troubles.length;
  await page.close();
}
await browser.close();
await server.close();
console.log(`${found.toString()} troubles`);
if (isCheck && found > 0) process.exitCode = 1;
