/** What the browser counts of a window's connections. */
import type { Page } from '@playwright/test';

/** Of what is sent: W3C webrtc-stats, RTCOutboundRtpStreamStats. */
export interface Outbound {
  kind: 'audio' | 'video';
  active: boolean;
  packetsSent: number;
  bytesSent: number;
  framesEncoded: number;
  frameHeight: number;
}

/** What this window sends, over the only connection that it has. */
export async function outboundOf(page: Page): Promise<{ audio: Outbound; video: Outbound }> {
  const all = await page.evaluate(async () => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const open = made.filter(({ connectionState }) => connectionState === 'connected');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const entries = reports.flatMap((report) => [...(report.values() as Iterable<Record<string, unknown>>)]);
    return entries
      .filter(({ type }) => type === 'outbound-rtp')
      .map((entry) => ({
        kind: String(entry['kind']),
        mid: Number(entry['mid']),
        active: entry['active'] !== false,
        packetsSent: Number(entry['packetsSent']),
        bytesSent: Number(entry['bytesSent']),
        framesEncoded: Number(entry['framesEncoded'] ?? 0),
        frameHeight: Number(entry['frameHeight'] ?? 0),
      }));
  });
  const only = (kind: Outbound['kind']): Outbound => {
    // The camera's section stands before the screen's (docs/protocol.md, section 12.1).
    const found = all.filter((entry) => entry.kind === kind).sort((a, b) => a.mid - b.mid);
    if (found.length > (kind === 'audio' ? 1 : 2) || !found[0])
      throw new Error(`${String(found.length)} senders of ${kind}`);
    return { ...found[0], kind };
  };
  return { audio: only('audio'), video: only('video') };
}

/**
 * By how much this window makes its picture smaller for the only one who sees it. The height that is encoded may be
 * lower still: Chromium goes below what is asked where the computer is slow.
 */
export async function askedScale(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const open = made.filter(({ connectionState }) => connectionState === 'connected');
    const senders = open.flatMap((connection) => connection.getSenders());
    const encodings = senders
      .filter(({ track }) => track?.kind === 'video')
      .flatMap((sender) => sender.getParameters().encodings);
    if (encodings.length !== 1) throw new Error(`${String(encodings.length)} encodings of pictures`);
    return encodings[0]?.scaleResolutionDownBy ?? 1;
  });
}

/** Bytes of each sound packet, headers aside, as the averages of short pieces of so many packets in all. */
export async function soundPacketSizes(page: Page, packets: number): Promise<number[]> {
  const sizes: number[] = [];
  const first = (await outboundOf(page)).audio;
  for (let before = first; before.packetsSent < first.packetsSent + packets;) {
    const { audio } = await outboundOf(page);
    const sent = audio.packetsSent - before.packetsSent;
    if (sent === 0) continue;
    sizes.push((audio.bytesSent - before.bytesSent) / sent);
    before = audio;
  }
  return sizes;
}
