/** Debian's own judge of packages. */
import { onPath } from '../../scripts/chromium.mjs';
import { run } from '../../scripts/processes.mjs';

const LIMIT_MS = 10 * 60_000;

/** @returns its errors; warnings are not counted. */
export async function lintian(file: string): Promise<string[]> {
  if (onPath(['lintian']) === undefined) return ['lintian is missing, so this cannot be told'];
  const asRoot = process.getuid?.() === 0 ? ['--allow-root'] : [];
  const { code, output } = await run(
    'lintian',
    [...asRoot, '--tag-display-limit', '0', '--fail-on', 'error', file],
    {
      env: { LC_ALL: 'C.UTF-8' },
      output: 'keep',
      timeoutMs: LIMIT_MS,
    },
  );
  const errors = output.split('\n').filter((line) => line.startsWith('E:'));
  return code === 0 || errors.length > 0 ? errors : [output.trim()];
}
