/** Bundles the page and the workers, and serves them on a loopback address, which browsers hold to be secure. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** As in the app: code from files of the own origin only. */
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; media-src 'self' blob: mediastream:";

export async function servePage(): Promise<{ url: string; close: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: {
      page: here('page.ts'),
      'observer-worker': here('observer-worker.ts'),
      'frame-worker': here('../../../../renderer/call/frames/frame-worker.ts'),
    },
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
    const html =
      '<!doctype html><title>frames</title><script type="module" src="/page.js"></script><body></body>';
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? html);
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
