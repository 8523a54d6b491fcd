/** Rejects where it takes longer than that many milliseconds; what it comes to after that is nobody's. */
export async function inTime<T>(step: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('nothing comes'));
    }, limitMs);
  });
  return Promise.race([step, late]).finally(() => {
    clearTimeout(timer);
  });
}
