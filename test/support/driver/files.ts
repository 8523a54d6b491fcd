/** Files that are offered and kept, by what is on screen and on the disk. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { openChat } from './speaking-up';

/** A file of so many bytes that repeat nowhere. */
export async function writeNoise(file: string, length: number): Promise<void> {
  const bytes = Buffer.alloc(length);
  let state = 0x9e3779b9;
  for (let at = 0; at + 4 <= length; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes.writeInt32LE(state | 0, at);
  }
  await writeFile(file, bytes);
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** What the person answers to the next dialogs. @param suggestedAs where main keeps what it suggested. */
export async function answerDialogs(
  electron: ElectronApplication,
  answers: { open?: string; save?: string },
): Promise<void> {
  await electron.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: open === undefined, filePaths: open === undefined ? [] : [open] });
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      Object.assign(globalThis, { suggestedName: defaultPath });
      return Promise.resolve({ canceled: save === undefined, filePath: save ?? '' });
    };
  }, answers);
}

/** What the last dialog for saving suggested. */
export function suggestedName(electron: ElectronApplication): Promise<unknown> {
  return electron.evaluate(() => (globalThis as { suggestedName?: unknown }).suggestedName);
}

/** @param to the name of one, or null for all. */
export async function sendFile(page: Page, to: string | null = null): Promise<void> {
  await openChat(page);
  const receiver = page.getByTestId('chat-to');
  const value = to === null ? '' : await receiver.locator('option', { hasText: to }).getAttribute('value');
  await receiver.selectOption(value ?? '');
  await page.getByTestId('file-send').click();
}

export function fileRow(page: Page, name: string): Locator {
  return page.getByTestId('file').filter({ has: page.locator(`[data-testid="file-name"][title="${name}"]`) });
}

/** As if all of the network were gone for a moment. The page keeps its connections at hand. */
export async function breakConnections(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    for (const connection of made) connection.close();
  });
}
