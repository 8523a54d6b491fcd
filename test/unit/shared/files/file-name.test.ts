import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady, utf8 } from '../../../../shared/crypto/sodium';
import { safeFileName } from '../../../../shared/files/file-name';
import { Dice } from '../meeting/simulation/weather';

beforeAll(cryptoReady);

describe('a name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Bericht März.pdf', 'Bericht März.pdf'],
    ['گزارش.pdf', 'گزارش.pdf'],
    ['../../x', 'x'],
    ['..\\..\\x.exe', 'x.exe'],
    ['/etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\cmd.exe', 'cmd.exe'],
    ['C:x', 'C_x'],
    ['a/..', 'file'],
    ['..', 'file'],
    ['.', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['/', 'file'],
    ['.bashrc', 'bashrc'],
    ['...hidden', 'hidden'],
    ['trailing. . .', 'trailing'],
    ['x.txt:Zone.Identifier', 'x.txt_Zone.Identifier'],
    ['<>:"|?*', '_______'],
    ['a\u0000b\u001f.txt', 'ab.txt'],
    ['a\nb.txt', 'a b.txt'],
    ['evil\u202Efdp.exe', 'evilfdp.exe'],
    ['a\u2066b\u2069\u200f\u200e.txt', 'ab.txt'],
    ['a\u200b\ufeff.txt', 'a.txt'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['Con .txt', '_Con .txt'],
    ['nul.tar.gz', '_nul.tar.gz'],
    ['COM1', '_COM1'],
    ['lpt³.doc', '_lpt³.doc'],
    ['CONIN$', '_CONIN$'],
    ['console.log', 'console.log'],
    ['COM10', 'COM10'],
    ['\ud800.txt', 'txt'],
  ])('%j becomes %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  it('of 300 letters is shortened before its ending', () => {
    expect(safeFileName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(196)}.pdf`);
    expect(utf8(safeFileName('ß'.repeat(300)))).toHaveLength(200);
    expect(safeFileName(`x.${'y'.repeat(300)}`)).toHaveLength(200);
  });

  it('whatever it is made of leads nowhere else, hides nothing, and stays as it is once it is safe', () => {
    const dice = new Dice('file names');
    const parts = [
      ...['..', '.', '/', '\\', ':', ' ', '\u202e', '\u2066', '\u0000', '\n', 'CON', 'nul', 'com1', '¹'],
      ...['a', 'ü', '文', '🏴', '\u200d', '\ud83d', '$', '*', '?', '.txt', '.exe', '\u0301', 'x'.repeat(150)],
    ];
    for (let round = 0; round < 3000; round++) {
      const name = Array.from({ length: dice.between(0, 9) }, () => dice.pick(parts) ?? '').join('');
      const safe = safeFileName(name);
      expect(utf8(safe).length, name).toBeLessThanOrEqual(200);
      expect(safe, name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f]/u);
      expect(safe, name).not.toMatch(/^[.\s]|[.\s]$|^$/u);
      expect(safe, name).not.toMatch(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/iu);
      expect(safeFileName(safe), name).toBe(safe);
    }
  });
});
