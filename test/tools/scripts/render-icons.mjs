/**
 * Renders main/icons/icon.svg as every file that packages need, in every size: `node test/tools/scripts/render-icons.mjs`.
 * Linux takes sizes/, Windows icon.ico, macOS icon.icns.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';
import { icnsOf, icnsSizes, icoOf, icoSizes, linuxSizes } from './icon-files.mjs';
import { root } from './paths.mjs';
import { Explained, runTool } from './say.mjs';

const folder = path.join(root, 'main/icons');

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} svg in base64
 * @param {number} size
 * @returns {Promise<Buffer>} a PNG
 */
async function render(browser, svg, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

await runTool(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Explained('Rendering needs Chromium.');
  const svg = readFileSync(path.join(folder, 'icon.svg')).toString('base64');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    /** @type {Map<number, Buffer>} */
    const pictures = new Map();
    for (const size of new Set([...linuxSizes, ...icoSizes, ...icnsSizes]))
      pictures.set(size, await render(browser, svg, size));
    mkdirSync(path.join(folder, 'sizes'), { recursive: true });
    const of = (/** @type {number} */ size) => pictures.get(size) ?? Buffer.alloc(0);
    for (const size of linuxSizes) writeFileSync(path.join(folder, 'sizes', `${size}x${size}.png`), of(size));
    writeFileSync(path.join(folder, 'icon.ico'), icoOf(of));
    writeFileSync(path.join(folder, 'icon.icns'), icnsOf(of));
  } finally {
    await browser.close();
  }
  return 0;
});
