/** Many calls within so many milliseconds become one, at their end. */
export function together(milliseconds: number, run: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      run();
    }, milliseconds);
  };
}
