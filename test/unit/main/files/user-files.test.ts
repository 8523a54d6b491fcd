import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let inFront: object | null = null;
const dialog = { showSaveDialog: vi.fn(), showOpenDialog: vi.fn() };
vi.mock('electron', () => ({ dialog, BrowserWindow: { getFocusedWindow: () => inFront } }));
const { openUserFile, saveUserFile } = await import('../../../../main/files/user-files');

let folder: string;
beforeEach(async () => {
  vi.clearAllMocks();
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-user-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = Uint8Array.of(1, 2, 3);
const chosenPlace = (filePath: string) =>
  dialog.showSaveDialog.mockResolvedValue({ canceled: filePath === '', filePath });
const chosenFiles = (...filePaths: string[]) =>
  dialog.showOpenDialog.mockResolvedValue({ canceled: filePaths.length === 0, filePaths });
const save = (contents: () => Uint8Array) =>
  saveUserFile({ suggestedName: 'a.txt', contents, notWritten: 'identity-file-not-saved' });
const open = () => openUserFile({ maxLength: bytes.length, unreadable: 'file-not-contacts' });

/** On Linux a dialog that does not say so writes over another file without a word. */
const suggested = { defaultPath: 'a.txt', filters: [], properties: ['showOverwriteConfirmation'] };

describe('a file to be saved', () => {
  it('is asked for in front of the window that asks', async () => {
    inFront = {};
    chosenPlace('');
    chosenFiles();
    await save(() => bytes);
    await open();
    expect(dialog.showSaveDialog).toHaveBeenCalledWith(inFront, suggested);
    expect(dialog.showOpenDialog).toHaveBeenCalledWith(inFront, { filters: [], properties: ['openFile'] });
    inFront = null;
  });

  it('is made and written where the person chose', async () => {
    chosenPlace(path.join(folder, 'chosen'));
    expect(await save(() => bytes)).toBe(true);
    expect(new Uint8Array(await readFile(path.join(folder, 'chosen')))).toEqual(bytes);
    expect(dialog.showSaveDialog).toHaveBeenCalledWith(suggested);
  });

  it('is not even made where no place was chosen', async () => {
    chosenPlace('');
    const contents = vi.fn(() => bytes);
    expect(await save(contents)).toBe(false);
    expect(contents).not.toHaveBeenCalled();
  });

  it('that cannot be written is told by the code of its kind, and what it is made of by its own', async () => {
    chosenPlace(path.join(folder, 'none', 'chosen'));
    await expect(save(() => bytes)).rejects.toMatchObject({ code: 'identity-file-not-saved' });
    chosenPlace(path.join(folder, 'chosen'));
    const fails = () => {
      throw new RangeError('no contents');
    };
    await expect(save(fails)).rejects.toThrow('no contents');
  });
});

describe('a file to be opened', () => {
  it('is read up to its limit, and as an empty one beyond it', async () => {
    const file = path.join(folder, 'file');
    chosenFiles(file);
    await writeFile(file, bytes);
    expect(await open()).toEqual(bytes);
    await writeFile(file, Uint8Array.of(1, 2, 3, 4));
    expect(await open()).toEqual(new Uint8Array());
  });

  it('is none where none was chosen', async () => {
    chosenFiles();
    expect(await open()).toBeNull();
  });

  it('that cannot be read is told by the code of its kind', async () => {
    chosenFiles(path.join(folder, 'gone'));
    await expect(open()).rejects.toMatchObject({ code: 'file-not-contacts' });
  });
});
