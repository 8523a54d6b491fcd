/** A page's own peer connections, as the browser sees them. */
import type { Page } from '@playwright/test';

interface Kept {
  made: RTCPeerConnection[];
}

/** From the next load on every peer connection is kept at hand. */
export async function keepConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: RTCPeerConnection[] = [];
    Object.assign(window, { made });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.push(this);
      }
    };
  });
}

/** The page starts again, with what was added to it. */
export async function startPageAgain(page: Page): Promise<void> {
  await page.reload();
  await page.locator('#root > *').first().waitFor();
}

/** The page starts again, and every peer connection that it makes is kept at hand. */
export async function startKeepingConnections(page: Page): Promise<void> {
  await keepConnections(page);
  await startPageAgain(page);
}

/** Local and remote description of each connection. */
export async function descriptionsOf(page: Page): Promise<{ local: string; remote: string }[]> {
  return page.evaluate(() =>
    (window as unknown as Kept).made.map(({ localDescription, remoteDescription }) => ({
      local: localDescription?.sdp ?? '',
      remote: remoteDescription?.sdp ?? '',
    })),
  );
}

/** The UDP ports of the one connection's path, own and other. */
export async function portsOf(page: Page): Promise<{ own: number; other: number }> {
  return page.evaluate(async () => {
    const [connection] = (window as unknown as Kept).made;
    const stats = (await connection?.getStats()) as unknown as
      Map<string, Record<string, unknown>> | undefined;
    const transport = [...(stats?.values() ?? [])].find(({ type }) => type === 'transport');
    const pair = stats?.get(String(transport?.['selectedCandidatePairId']));
    const port = (end: string): number => Number(stats?.get(String(pair?.[end]))?.['port']);
    return { own: port('localCandidateId'), other: port('remoteCandidateId') };
  });
}
