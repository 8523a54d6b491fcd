import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findInviteFile, MAX_INVITE_FILE_LENGTH, readInviteFile } from '../../../main/invite-file';

const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-invite-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

function written(name: string, contents: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, contents);
  return file;
}

describe('an invite file among the arguments', () => {
  it('is found as a path, from the folder where it was typed, or as an address', () => {
    const whole = path.join(folder, 'Reading circle.vigil');
    expect(findInviteFile(['--profile', 'x', whole], '/elsewhere')).toBe(whole);
    expect(findInviteFile(['Reading circle.VIGIL'], folder)).toBe(path.join(folder, 'Reading circle.VIGIL'));
    expect(findInviteFile([pathToFileURL(whole).href], '/elsewhere')).toBe(whole);
  });

  it.each([
    ['another kind of file', 'notes.txt'],
    ['a switch', '--load=x.vigil'],
    ['a link', 'vigil://join/x.vigil'],
    ['a page', 'https://example.org/x.vigil'],
    ['a file of another computer', 'file://other/share/x.vigil'],
    ['an address that is none', 'file:///%00.vigil'],
    ['a name that no file has', 'a\0.vigil'],
  ])('is not %s', (_what, argument) => {
    expect(findInviteFile([argument], folder)).toBeNull();
  });
});

describe('reading an invite file', () => {
  it('gives its text without the space around it', async () => {
    expect(await readInviteFile(written('good.vigil', '\uFEFFvigil://join/abc\r\n'))).toBe(
      'vigil://join/abc',
    );
  });

  it('stops at its bound', async () => {
    const most = 'x'.repeat(MAX_INVITE_FILE_LENGTH);
    expect(await readInviteFile(written('most.vigil', most))).toBe(most);
    expect(await readInviteFile(written('more.vigil', `${most}x`))).toBeNull();
  });

  it('takes no bytes that are no text, no folder and nothing that is not there', async () => {
    expect(await readInviteFile(written('bytes.vigil', Uint8Array.of(0xff, 0xfe)))).toBeNull();
    expect(await readInviteFile(folder)).toBeNull();
    expect(await readInviteFile(path.join(folder, 'missing.vigil'))).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('does not wait at a pipe', async () => {
    const pipe = path.join(folder, 'pipe.vigil');
    execFileSync('mkfifo', [pipe]);
    expect(await readInviteFile(pipe)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('takes nothing from a pipe that has something to say', async () => {
    const pipe = path.join(folder, 'speaking.vigil');
    execFileSync('mkfifo', [pipe]);
    const both = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    writeSync(both, 'vigil://join/abc');
    expect(await readInviteFile(pipe)).toBeNull();
    closeSync(both);
  });
});
