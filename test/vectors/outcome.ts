/** What came of one vector: a name to find it by, and why it failed if it did. */
export type Outcome = { name: string; passed: true } | { name: string; passed: false; why: string };

/** Runs one check; whatever it throws is why it failed. */
export async function check(name: string, run: () => void | Promise<void>): Promise<Outcome> {
  try {
    await run();
    return { name, passed: true };
  } catch (error) {
    return { name, passed: false, why: error instanceof Error ? error.message : String(error) };
  }
}

export function expectEqual(what: string, actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`${what} is ${actual}, not ${expected}`);
}
