import { describe, expect, it } from 'vitest';
import { renameWhenFree } from '../../../../main/files/rename-when-free';

/** Fails with these codes, one after the other, and then no more. */
function failing(...codes: string[]): { move: () => Promise<void>; tries: () => number } {
  let tries = 0;
  const move = (): Promise<void> => {
    const code = codes[tries++];
    return code === undefined ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }));
  };
  return { move, tries: () => tries };
}

describe('a file that is renamed', () => {
  it('is tried again while somebody else holds it', async () => {
    const { move, tries } = failing('EPERM', 'EBUSY', 'EACCES');
    await renameWhenFree('a', 'b', move, true);
    expect(tries()).toBe(4);
  });

  it('is given up in the end, with the reason', async () => {
    const { move } = failing(...Array<string>(20).fill('EPERM'));
    await expect(renameWhenFree('a', 'b', move, true)).rejects.toThrow('EPERM');
  });

  it('is not tried again where that would change nothing', async () => {
    const { move: full, tries } = failing('ENOSPC');
    await expect(renameWhenFree('a', 'b', full, true)).rejects.toThrow('ENOSPC');
    const { move: refused, tries: triesElsewhere } = failing('EACCES');
    await expect(renameWhenFree('a', 'b', refused, false)).rejects.toThrow('EACCES');
    expect([tries(), triesElsewhere()]).toEqual([1, 1]);
  });
});
