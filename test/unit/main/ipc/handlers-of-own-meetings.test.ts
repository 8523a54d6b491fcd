import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { VigilError } from '../../../../shared/errors';
import type { OwnMeetingsHandlersOptions } from '../../../../main/ipc/handlers/own-meetings';

const showSaveDialog = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({
  BrowserWindow: { getFocusedWindow: () => null },
  dialog: { showSaveDialog },
}));
const { ownMeetingsHandlers } = await import('../../../../main/ipc/handlers/own-meetings');
const { findInviteFile, readInviteFile } = await import('../../../../main/invite-file');

const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-save-link-'));
afterAll(() => {
  rmSync(folder, { recursive: true, maxRetries: 20 });
});

const ids = { meeting: 'a'.repeat(32), link: null };
const place = path.join(folder, 'chosen.vigil');

/** @param link as the meetings give it once a place is chosen. */
function saves(link: () => string): Promise<{ saved: boolean }> {
  const meetings = { link };
  const { 'own-meetings:save-link': save } = ownMeetingsHandlers({
    meetings,
  } as unknown as OwnMeetingsHandlersOptions);
  return Promise.resolve(save(ids));
}

it('a saved invite is a file that Vigil opens', async () => {
  showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: place });
  expect(await saves(() => 'vigil://join/abc')).toEqual({ saved: true });
  expect(readFileSync(place, 'utf8')).toBe('vigil://join/abc\n');
  expect(findInviteFile([place], folder)).toBe(place);
  expect(await readInviteFile(place)).toBe('vigil://join/abc');
  rmSync(place);
});

it('nothing is written where no place was chosen, or the meetings were locked meanwhile', async () => {
  const link = vi.fn(() => {
    throw new VigilError('no-such-meeting');
  });
  showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
  expect(await saves(link)).toEqual({ saved: false });
  expect(link).not.toHaveBeenCalled();
  showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: place });
  await expect(saves(link)).rejects.toThrow('no-such-meeting');
  expect(readdirSync(folder)).toEqual([]);
});
