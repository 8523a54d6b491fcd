import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Coverage } from '../../../tools/fuzz/coverage';
import { hunt, type HuntOptions } from '../../../tools/fuzz/hunt';
import { instrument } from '../../../tools/fuzz/instrument';
import { isFault, must, textOf, Wrong, type FuzzTarget } from '../../../tools/fuzz/target';
import { watch } from '../../../tools/fuzz/watch';
import { VigilError } from '../../../../shared/errors';

/** A parser with a fault behind four decisions, of which chance alone would find one in 2^32. */
const PARSER = `
  export function parse(bytes: Uint8Array): number {
    if (bytes[0] === 0x56) {
      if (bytes[1] === 0x31) {
        if (bytes[2] === 0xc8) {
          if (bytes[3] === 0x07) return (undefined as unknown as Uint8Array).length;
        }
      }
    }
    return bytes.length > 3 ? 1 : 0;
  }`;

async function parserOf(source: string): Promise<(bytes: Uint8Array) => number> {
  const { code } = instrument(source, 'parser.ts', 0);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const module = (await import(/* @vite-ignore */ url)) as { parse: (bytes: Uint8Array) => number };
  return module.parse;
}

const target = (run: FuzzTarget['run'], more: Partial<FuzzTarget> = {}): FuzzTarget => ({
  name: 'fault',
  refuses: 'error',
  maxLength: 8,
  seeds: () => [new Uint8Array(6)],
  run,
  ...more,
});

const huntFor = (one: FuzzTarget, more: Partial<HuntOptions> = {}): ReturnType<typeof hunt> =>
  hunt({
    target: one,
    coverage: Coverage.installed(),
    corpus: [],
    seed: 1,
    maxCases: 60_000,
    maxMilliseconds: Infinity,
    announce: () => undefined,
    ...more,
  });

describe('the hunt', () => {
  it('finds a fault behind four decisions, since each is a new way', async () => {
    const parse = await parserOf(PARSER);
    const { findings } = await huntFor(
      target((bytes) => {
        parse(bytes);
      }),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]?.why).toMatch(/^TypeError: Cannot read properties of undefined/);
    const bytes = Buffer.from(findings[0]?.bytes ?? '', 'base64url');
    expect([...bytes.subarray(0, 4)]).toEqual([0x56, 0x31, 0xc8, 0x07]);
  });

  it('tells the same fault once, and draws the same cases from the same seed', async () => {
    const seen: string[][] = [[], []];
    for (const cases of seen)
      await huntFor(
        target((bytes) => {
          throw new Wrong(`of ${String(bytes.length)} bytes`);
        }),
        { maxCases: 200, announce: (bytes) => cases.push(Buffer.from(bytes).toString('hex')) },
      ).then(({ findings }) => {
        expect(findings).toHaveLength(1);
      });
    expect(seen[0]).toEqual(seen[1]);
  });

  it('tries what was kept before anything of its own', async () => {
    const kept = Uint8Array.of(1, 2, 3);
    const tried: string[] = [];
    await huntFor(
      target(() => undefined),
      { corpus: [kept], maxCases: 2, announce: (bytes) => tried.push(Buffer.from(bytes).toString('hex')) },
    );
    expect(tried).toEqual(['000000000000', '010203']);
  });

  it('finds a case that takes long, however often it is tried', async () => {
    const { findings } = await huntFor(
      target((bytes) => {
        const end = performance.now() + (bytes[0] === 0 ? 0 : 130);
        while (performance.now() < end);
      }),
      { corpus: [Uint8Array.of(1)], maxCases: 2 },
    );
    expect(findings.map(({ why }) => why)).toEqual([expect.stringMatching(/^takes \d+ ms$/)]);
  });
});

describe('what counts as a fault', () => {
  const outer = (): void => {
    outer();
  };
  const thrownBy = (run: () => unknown): unknown => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it.each([
    ['a property of undefined', () => (undefined as unknown as string).length, true],
    ['a stack that overflows', outer, true],
    ['an array of impossible length', () => new Uint8Array(-1), true],
    [
      'a wrong answer',
      () => {
        must(false, 'wrong');
      },
      true,
    ],
    [
      'bytes that end too early',
      () => {
        throw new RangeError('not enough bytes');
      },
      false,
    ],
    [
      'bytes that are no UTF-8',
      () => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(0xff)),
      false,
    ],
    [
      'a refusal with a code',
      () => {
        throw new VigilError('link-cut-off');
      },
      false,
    ],
  ])('of a parser that may throw: %s', (_, run, expected) => {
    expect(isFault(thrownBy(run), 'error')).toBe(expected);
  });

  it('anything but a code where words are shown, and anything at all where an answer is promised', () => {
    expect(isFault(new RangeError('short'), 'vigil-error')).toBe(true);
    expect(isFault(new VigilError('link-cut-off'), 'vigil-error')).toBe(false);
    expect(isFault(new VigilError('link-cut-off'), 'none')).toBe(true);
  });
});

it('a case can hold a lone surrogate', () => {
  expect(textOf(Uint8Array.of(0xff, 0x00, 0xd8))).toBe('\ud800');
  expect(textOf(Uint8Array.of(0x61))).toBe('a');
});

describe('a process', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-fuzz-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });

  /** Announces one case, then does this. */
  const program = (then: string): string => {
    const file = path.join(folder, 'worker.mjs');
    writeFileSync(
      file,
      `import { writeFileSync } from 'node:fs';
      process.once('message', ({ slot }) => {
        writeFileSync(slot, Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 104, 105]));
        ${then}
      });`,
    );
    return file;
  };
  const watched = (then: string, noEndMs: number): ReturnType<typeof watch> =>
    watch({
      program: program(then),
      target: 'fault',
      corpus: [],
      seed: 1,
      maxCases: 1,
      maxMilliseconds: 1,
      noEndMs,
      heapLimitMb: 48,
    });

  it.each([
    ['has no end', 'for (;;);', 'has no end'],
    ['takes all memory', 'const all = []; for (;;) all.push(new Array(1000).fill({}));', 'takes all memory'],
    ['throws where nobody catches', 'throw new TypeError("outside");', 'TypeError: outside'],
    ['ends it', 'process.exit(3);', 'ended the process'],
  ])('whose case %s is ended, and the case is told', async (_, then, why) => {
    // Memory takes a while to fill.
    const { findings } = await watched(then, why === 'has no end' ? 500 : 60_000);
    expect(findings).toEqual([{ target: 'fault', why, bytes: 'aGk' }]);
  });
});
