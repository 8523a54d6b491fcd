/** When things happen for the first time in an app's window, on a clock that all windows have in common. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';

/**
 * pressed: the person asks to join. connection: a link is made. channel: its data channel is open. media: the other's
 * picture was negotiated. picture: it is shown.
 */
export type Mark = 'pressed' | 'connection' | 'channel' | 'media' | 'picture';
export type Marks = Partial<Record<Mark, number>>;

interface Marking {
  marks: Marks;
}

/** From the next load on. */
export async function keepMarks(page: Page): Promise<void> {
  const entry = fileURLToPath(new URL('marking.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  await page.addInitScript({ content: outputFiles[0]?.text ?? '' });
}

/** For `waitForFunction`. */
export function hasPicture(): boolean {
  return (window as unknown as Marking).marks.picture !== undefined;
}

export async function marksOf(page: Page): Promise<Marks> {
  return page.evaluate(() => (window as unknown as Marking).marks);
}
