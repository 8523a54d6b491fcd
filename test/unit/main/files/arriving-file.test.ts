import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArrivingFile } from '../../../../main/files/arriving-file';
import { markingOf } from '../../../../main/files/web-mark';
import type { FileSink, Written } from '../../../../shared/meeting/files/file-ports';

let folder: string;
let place: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-arriving-'));
  place = path.join(folder, 'a.txt');
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

const guarded = (run: () => void): void => {
  run();
};
const written = (sink: FileSink, at: number, text: string): Promise<Written> =>
  new Promise((resolve) => {
    sink.write(at, new TextEncoder().encode(text), resolve);
  });
const finished = (sink: FileSink): Promise<Written> =>
  new Promise((resolve) => {
    sink.finish(resolve);
  });
/** What was asked before is done. */
const settled = (sink: FileSink): Promise<Written> => written(sink, 0, '');

describe('a file that arrives', () => {
  it('stands beside its place until it is whole, and is marked before it has its name', async () => {
    const marked: string[][] = [];
    const mark = async (file: string) => {
      marked.push([file, ...(await readdir(folder))]);
    };
    const sink = await openArrivingFile({ place, guarded, mark });
    // In whatever order.
    expect(await written(sink, 5, 'world')).toBe('done');
    expect(await written(sink, 0, 'hello')).toBe('done');
    expect(await readdir(folder)).toEqual(['a.txt.part']);
    expect(await finished(sink)).toBe('done');
    expect(marked).toEqual([[`${place}.part`, 'a.txt.part']]);
    expect(await readdir(folder)).toEqual(['a.txt']);
    expect(await readFile(place, 'utf8')).toBe('helloworld');
  });

  it('leaves what lies beside its place alone, and takes its place only when it is whole', async () => {
    await writeFile(place, 'old');
    await writeFile(`${place}.part`, 'of another');
    const sink = await openArrivingFile({ place, guarded });
    await written(sink, 0, 'new');
    expect(await readFile(place, 'utf8')).toBe('old');
    await finished(sink);
    expect(await readFile(place, 'utf8')).toBe('new');
    expect(await readFile(`${place}.part`, 'utf8')).toBe('of another');
  });

  it('leaves nothing behind when it is given up', async () => {
    const sink = await openArrivingFile({ place, guarded });
    await written(sink, 0, 'half');
    sink.discard();
    await settled(sink);
    expect(await readdir(folder)).toEqual([]);
  });

  it('cannot be where nothing can be written', async () => {
    const nowhere = path.join(folder, 'none', 'a.txt');
    await expect(openArrivingFile({ place: nowhere, guarded })).rejects.toMatchObject({
      code: 'file-not-written',
    });
  });

  it.skipIf(process.platform !== 'linux')(
    'says that the disk is full, and that it fails otherwise',
    async () => {
      // Linux has a file for which there never is room.
      const full = await openArrivingFile({ place, guarded, openPart: () => open('/dev/full', 'w') });
      expect(await written(full, 0, 'x')).toBe('full');
      const readOnly = await openArrivingFile({ place, guarded, openPart: () => open('/dev/full', 'r') });
      expect(await written(readOnly, 0, 'x')).toBe('failed');
      for (const sink of [full, readOnly]) {
        sink.discard();
        await settled(sink);
      }
    },
  );
});

describe('the mark of the web', () => {
  it('says that a file came from elsewhere, and never whence', () => {
    expect(markingOf('C:\\x.exe', 'win32')).toEqual({
      by: 'stream',
      file: 'C:\\x.exe:Zone.Identifier',
      contents: '[ZoneTransfer]\r\nZoneId=3\r\n',
    });
    expect(markingOf('/x', 'darwin')).toEqual({
      by: 'program',
      program: '/usr/bin/xattr',
      args: ['-w', 'com.apple.quarantine', '0081;00000000;Vigil;', '/x'],
    });
    expect(markingOf('/x', 'linux')).toEqual({ by: 'none' });
  });
});
