/** Bundles a page and its workers, and serves them on a loopback address, which browsers hold to be secure. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

/** As in the app: code from files of the own origin only. */
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; media-src 'self' blob: mediastream:; connect-src";
const HTML = '<!doctype html><title>test</title><script type="module" src="/page.js"></script><body></body>';

/**
 * @param entryPoints paths of files by name; `page` is what the page runs, each other one is `/NAME.js`.
 * @param reaches addresses that the page may connect to.
 */
export async function serveBundle(
  entryPoints: Record<string, string> & { page: string },
  reaches: readonly string[] = ["'none'"],
): Promise<{ url: string; close: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    format: 'esm',
    target: 'chrome140',
    outdir: '/',
    write: false,
    logLevel: 'silent',
  });
  const files = new Map(
    outputFiles.map(({ path, text }) => [path.replaceAll('\\', '/').replace(/^.*\//, '/'), text]),
  );
  const server = createServer((request, response) => {
    const script = files.get(request.url ?? '');
    response.setHeader('content-security-policy', `${POLICY} ${reaches.join(' ')}`);
    // Isolated: only then does a page have a clock of 5 µs instead of 100.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? HTML);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
