/**
 * Photographs every state of the screens and looks for barriers with axe.
 *
 *     node --import tsx test/tools/gallery/shoot.ts [OUTDIR] [--check] [--only=BEGINNING OF NAMES,...] [--locale=TAG]
 *
 * --locale: in one language alone, every kind of screen.
 * --check: no pictures; exit code 1 if a state has a serious or critical barrier or scrolls sideways.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { barriersOn, overflowOn } from './barriers';
import { nameOf, shotsOf, type Shot } from './shots';
import { after } from './steps';

/** States looked at at the same time. */
const AT_ONCE = 4;
/** Milliseconds for one step, and for all of one state. */
const STEP = 15_000;
const STATE = 60_000;

const root = fileURLToPath(new URL('.', import.meta.url));
const options = process.argv.slice(2);
const isCheck = options.includes('--check');
const valueOf = (name: string): string | undefined =>
  options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = valueOf('only')?.split(',');
const outDir = options.find((option) => !option.startsWith('--')) ?? join(root, '../../../out/gallery/shots');

/** The fonts are there, every picture has come, and what is measured after drawing is drawn again. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      [...document.querySelectorAll('video')].every(
        (video) => video.srcObject === null || video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
      ),
  );
  await page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  });
}

/** The troubles of one state; its picture is taken on the way. */
async function look(page: Page, shot: Shot): Promise<string[]> {
  const troubles: string[] = [];
  page.setDefaultTimeout(STEP);
  page.removeAllListeners();
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    troubles.push(error.message);
  });
  await page.goto(`${base}#${shot.state}`);
  await settled(page);
  await after(shot.state, page);
  await settled(page);
  if (!isCheck) await page.screenshot({ path: join(outDir, `${nameOf(shot)}.png`) });
  return [...troubles, ...(await barriersOn(page, axe)), ...(await overflowOn(page))];
}

/** Pages stay open for the next state that is shown in the same way: a new one costs most of the time. */
class Pages {
  private context: BrowserContext | null = null;
  private way = '';

  async pageFor({ width, height, theme, locale }: Shot): Promise<Page> {
    const way = [width, height, theme, locale].join();
    const kept = way === this.way ? this.context?.pages()[0] : undefined;
    if (kept) {
      await kept.goto('about:blank');
      return kept;
    }
    await this.close();
    this.context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      locale,
      reducedMotion: 'reduce',
    });
    this.way = way;
    return this.context.newPage();
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }
}

/** A state that cannot be shown is a trouble of its own, and keeps no other from being looked at. */
async function lookAside(pages: Pages, shot: Shot): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, STATE, new Error('not done in time'));
  });
  try {
    return await Promise.race([look(await pages.pageFor(shot), shot), patience]);
  } catch (error) {
    await pages.close();
    return [`cannot be shown: ${String(error).split('\n')[0] ?? ''}`];
  } finally {
    clearTimeout(timer);
  }
}

const dist = join(root, '../../../out/gallery/site');
await build({
  root,
  base: './',
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: { outDir: dist, emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 2000 },
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
const shots = shotsOf(states, { only, locale: valueOf('locale') });
const left = shots.values();
let found = 0;
async function lookAtWhatIsLeft(): Promise<void> {
  const pages = new Pages();
  for (const shot of left) {
    const troubles = await lookAside(pages, shot);
    for (const trouble of troubles) console.log(`${nameOf(shot)}: ${trouble}`);
    found += troubles.length;
  }
  await pages.close();
}
await Promise.all(Array.from({ length: AT_ONCE }, lookAtWhatIsLeft));
await browser.close();
await server.close();
console.log(`${found.toString()} troubles in ${shots.length.toString()} pictures`);
if (isCheck && found > 0) process.exitCode = 1;
