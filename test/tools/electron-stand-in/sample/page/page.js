/** What page code (not a test driver's script) sees of itself. */
const leaks = ['require', 'process', 'onlyInPreload', '__standInSend', '__standInDeliver', 'world'];

function evalIsBlocked() {
  try {
    new Function('return 1');
    return false;
  } catch {
    return true;
  }
}

/** WebAssembly.compile of an empty module: allowed by 'wasm-unsafe-eval'. */
async function compilesWasm() {
  const emptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  return (await WebAssembly.compile(emptyModule)) instanceof WebAssembly.Module;
}

function askWorker() {
  const worker = new Worker('worker.js', { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = () => reject(new Error('The worker did not start'));
  });
}

globalThis.report = (async () => ({
  leaked: leaks.filter((name) => name in globalThis),
  isSecureContext,
  evalIsBlocked: evalIsBlocked(),
  compilesWasm: await compilesWasm(),
  worker: await askWorker(),
}))();
