/** What the stand-in does, on standard error, when VIGIL_STAND_IN_VERBOSE is set. */
export function verbose(...words: unknown[]): void {
  if (process.env['VIGIL_STAND_IN_VERBOSE']) console.error('[stand-in]', ...words);
}

/** For promises whose failure changes nothing: the page or Chromium left in the meantime. */
export function whenItFails(what: string): (error: unknown) => void {
  return (error) => {
    verbose(`${what}:`, error instanceof Error ? error.message : error);
  };
}
