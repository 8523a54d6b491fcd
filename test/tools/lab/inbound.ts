/** What the browser counts of everything that a window receives (W3C webrtc-stats). */
import type { Page } from '@playwright/test';

export interface Inbound {
  /** Milliseconds; only differences mean something. */
  at: number;
  framesDecoded: number;
  /** Of sound: what was played, and what of it had to be made up. */
  samples: number;
  concealed: number;
  soundPacketsReceived: number;
  soundPacketsLost: number;
}

type Entry = Record<string, unknown>;

/** Over all connections that stand; the page must have kept them. */
export async function inboundOf(page: Page): Promise<Inbound> {
  // No function in there has a name: some compilers add a helper for those, which the page lacks.
  const { at, entries } = await page.evaluate(async () => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const open = made.filter(({ connectionState }) => connectionState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const all = reports.flatMap((report) => [...(report.values() as Iterable<Entry>)]);
    return { at: performance.now(), entries: all.filter(({ type }) => type === 'inbound-rtp') };
  });
  const sum = (name: string, of = entries): number =>
    of.reduce((total, entry) => total + Number(entry[name] ?? 0), 0);
  const sound = entries.filter(({ kind }) => kind === 'audio');
  return {
    at,
    framesDecoded: sum('framesDecoded'),
    samples: sum('totalSamplesReceived'),
    concealed: sum('concealedSamples'),
    soundPacketsReceived: sum('packetsReceived', sound),
    soundPacketsLost: sum('packetsLost', sound),
  };
}
