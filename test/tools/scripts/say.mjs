/** Words to the person at the terminal. They go to stderr, so that stdout belongs to results alone. */

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** A failure that is explained by its message; no stack trace would help whoever reads it. */
export class Explained extends Error {
  /** @override */
  name = 'Explained';
}

/**
 * Runs a command-line tool to its end and sets the exit code.
 * @param {() => Promise<number>} tool resolves to the exit code
 */
export async function runTool(tool) {
  try {
    process.exitCode = await tool();
  } catch (error) {
    say(error instanceof Explained ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
