/** Renders main/icons/icon.svg as the PNG files that packages need: `node test/tools/scripts/render-icons.mjs`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';
import { root } from './paths.mjs';
import { Explained, runTool } from './say.mjs';

const folder = path.join(root, 'main/icons');

await runTool(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Explained('Rendering needs Chromium.');
  const svg = readFileSync(path.join(folder, 'icon.svg')).toString('base64');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    for (const [size, name] of /** @type {const} */ ([
      [512, 'icon-512.png'],
      [1024, 'icon.png'],
    ])) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(
        `<style>*{margin:0;display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
      );
      await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
      await page.screenshot({ path: path.join(folder, name), omitBackground: true });
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return 0;
});
