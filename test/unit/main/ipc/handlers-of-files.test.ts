import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { FileSink } from '../../../../shared/meeting/files/file-ports';
import type { FileToOffer } from '../../../../shared/meeting/files/outgoing-file';
import type { MeetingRunner } from '../../../../main/meeting/runner';

const showOpenDialog = vi.hoisted(() => vi.fn());
const showSaveDialog = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({
  BrowserWindow: { getFocusedWindow: () => null },
  dialog: { showOpenDialog, showSaveDialog },
}));
const { filesHandlers, offerDropped } = await import('../../../../main/ipc/handlers/files');

const id = 'a'.repeat(32);
const other = 'b'.repeat(32);

let folder: string;
beforeAll(cryptoReady);
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-files-'));
  showOpenDialog.mockReset();
  showSaveDialog.mockReset();
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

/** As the meeting does it. */
function made({ isOffered = true, hasArrived = false, refusal = null as string | null } = {}) {
  const sinks: FileSink[] = [];
  const offered: FileToOffer[] = [];
  const files = {
    arrived: (asked: string) => (asked === id && hasArrived ? { size: 3, root: new Uint8Array(32) } : null),
    awaited: (asked: string) => ([id, other].includes(asked) ? { name: 'letter.pdf', size: 3 } : null),
    accept: (_: string, sink: FileSink) => {
      if (isOffered) sinks.push(sink);
      else sink.discard();
      return isOffered;
    },
    refuseOffer: () => undefined,
    offer: (file: FileToOffer) => {
      if (refusal !== null) throw new Error(refusal);
      offered.push(file);
    },
  };
  const guarded = (run: () => void): void => {
    run();
  };
  const runner = { files, guarded } as unknown as MeetingRunner;
  return { handlers: filesHandlers(runner), runner, sinks, offered };
}

const savesTo = (name: string): void => {
  showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: path.join(folder, name) });
};
const chooses = (name: string): void => {
  showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path.join(folder, name)] });
};
const empties = async (): Promise<void> => {
  await expect.poll(() => readdir(folder), { timeout: 15_000 }).toEqual([]);
};

it('saves a file where the person says, and asks by the name that was made safe', async () => {
  const { handlers, sinks } = made();
  savesTo('here.pdf');
  expect(await handlers['files:save']({ id })).toEqual({ saving: true });
  expect(showSaveDialog).toHaveBeenCalledExactlyOnceWith({
    defaultPath: 'letter.pdf',
    properties: ['showOverwriteConfirmation'],
  });
  const [sink] = sinks;
  const wrote = new Promise((resolve) => {
    sink!.write(0, new Uint8Array([97, 98, 99]), resolve);
  });
  expect(await wrote).toBe('done');
  expect(await new Promise((resolve) => sink!.finish(resolve))).toBe('done');
  expect(await readFile(path.join(folder, 'here.pdf'), 'utf8')).toBe('abc');
});

it('shows nothing that has not come, or was saved in another meeting', async () => {
  const [arrived, other] = [made({ hasArrived: true }), made({ hasArrived: true })];
  await expect(arrived.handlers['files:look']({ id })).rejects.toThrow('file-not-offered');
  savesTo('here.png');
  await arrived.handlers['files:save']({ id });
  // Of another root than what lies there: no picture, and no refusal.
  expect(await arrived.handlers['files:look']({ id })).toEqual({ picture: null });
  Object.assign(arrived.runner, { files: other.runner.files });
  await expect(arrived.handlers['files:look']({ id })).rejects.toThrow('file-not-offered');

  const coming = made();
  savesTo('there.png');
  await coming.handlers['files:save']({ id });
  await expect(coming.handlers['files:look']({ id })).rejects.toThrow('file-not-offered');
});

it('saves nothing that nobody offers, and shows no dialog for it', async () => {
  const { handlers } = made();
  await expect(handlers['files:save']({ id: 'c'.repeat(32) })).rejects.toThrow('file-not-offered');
  expect(showSaveDialog).not.toHaveBeenCalled();
});

it('leaves nothing where the person thinks better of it, or the file is gone by then', async () => {
  showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
  expect(await made().handlers['files:save']({ id })).toEqual({ saving: false });
  savesTo('late.pdf');
  await expect(made({ isOffered: false }).handlers['files:save']({ id })).rejects.toThrow('file-not-offered');
  await empties();
});

it('has one file at one place, and another one there once that is over', async () => {
  const { handlers, sinks } = made();
  savesTo('one.pdf');
  savesTo('one.pdf');
  await handlers['files:save']({ id });
  await expect(handlers['files:save']({ id: other })).rejects.toThrow('file-not-written');
  sinks[0]!.discard();
  await empties();
  savesTo('one.pdf');
  expect(await handlers['files:save']({ id: other })).toEqual({ saving: true });
  sinks[1]!.discard();
  await empties();
});

it('keeps no place taken that could not be written to', async () => {
  const { handlers } = made();
  for (let count = 0; count < 2; count++) {
    savesTo('no-such-folder/one.pdf');
    await expect(handlers['files:save']({ id })).rejects.toThrow('file-not-written');
  }
});

it('offers what the person chooses, by its name alone', async () => {
  await writeFile(path.join(folder, 'list.txt'), 'names');
  const { handlers, offered } = made();
  chooses('list.txt');
  expect(await handlers['files:choose']({ to: null })).toEqual({ offered: true });
  expect(offered.map(({ name, size }) => [name, size])).toEqual([['list.txt', 5]]);
  offered[0]!.source.close();
  showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
  expect(await handlers['files:choose']({ to: null })).toEqual({ offered: false });
  expect(offered).toHaveLength(1);
});

it('reads of a dropped file nothing that the person does not choose in the dialog of the system', async () => {
  await writeFile(path.join(folder, 'chosen.txt'), 'x');
  const { runner, offered } = made();
  chooses('chosen.txt');
  await offerDropped(runner, { path: '/etc/hostname', to: null });
  expect(showOpenDialog).toHaveBeenCalledExactlyOnceWith({
    defaultPath: '/etc/hostname',
    properties: ['openFile'],
  });
  expect(offered.map(({ name }) => name)).toEqual(['chosen.txt']);
  offered[0]!.source.close();
  showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
  await offerDropped(runner, { path: '/etc/hostname', to: null });
  expect(offered).toHaveLength(1);
});

it('lets go of a file that the meeting does not take', async () => {
  await writeFile(path.join(folder, 'late.txt'), 'x');
  const { handlers } = made({ refusal: 'no-such-peer' });
  chooses('late.txt');
  await expect(handlers['files:choose']({ to: id })).rejects.toThrow('no-such-peer');
});
