/** A data channel between two pages that does nothing but hand bytes on as fast as they go. */
import type { Page } from '@playwright/test';

/** As much as a message may hold everywhere, and what is good for the channel. */
const MESSAGE_LENGTH = 65_536;
const MOST_UNSENT = 1024 * 1024;

interface Plain {
  plain: { connection: RTCPeerConnection; channel: RTCDataChannel; arrived: number };
}

/** A connection of its own beside whatever the pages have. */
export async function connectPlain(from: Page, to: Page): Promise<void> {
  const make = () => {
    const connection = new RTCPeerConnection({ iceServers: [] });
    const channel = connection.createDataChannel('plain', { negotiated: true, id: 1 });
    channel.binaryType = 'arraybuffer';
    const plain = { connection, channel, arrived: 0 };
    channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
      plain.arrived += data.byteLength;
      dispatchEvent(new Event('plain-arrived'));
    });
    Object.assign(window, { plain });
  };
  for (const page of [from, to]) await page.evaluate(make);
  const described = async (page: Page, kind: 'offer' | 'answer'): Promise<string> =>
    page.evaluate(async (type) => {
      const { connection } = (window as unknown as Plain).plain;
      await connection.setLocalDescription(
        await (type === 'offer' ? connection.createOffer() : connection.createAnswer()),
      );
      if (connection.iceGatheringState !== 'complete')
        await new Promise((resolve) => {
          connection.addEventListener('icegatheringstatechange', () => {
            if (connection.iceGatheringState === 'complete') resolve(null);
          });
        });
      return connection.localDescription?.sdp ?? '';
    }, kind);
  const told = (page: Page, type: 'offer' | 'answer', sdp: string): Promise<void> =>
    page.evaluate(
      (description) => (window as unknown as Plain).plain.connection.setRemoteDescription(description),
      { type, sdp },
    );
  await told(to, 'offer', await described(from, 'offer'));
  await told(from, 'answer', await described(to, 'answer'));
  for (const page of [from, to])
    await page.waitForFunction(() => (window as unknown as Plain).plain.channel.readyState === 'open');
}

export async function disconnectPlain(pages: readonly Page[]): Promise<void> {
  for (const page of pages)
    await page.evaluate(() => {
      (window as unknown as Plain).plain.connection.close();
    });
}

/** Milliseconds until so many bytes have arrived. */
export async function sendPlain(
  from: Page,
  to: Page,
  length: number,
  message = MESSAGE_LENGTH,
): Promise<number> {
  const arrived = await to.evaluateHandle((wanted) => {
    const { plain } = window as unknown as Plain;
    const least = plain.arrived + wanted;
    return {
      whole: (async () => {
        while (plain.arrived < least)
          await new Promise((resolve) => {
            addEventListener('plain-arrived', resolve, { once: true });
          });
      })(),
    };
  }, length);
  const began = performance.now();
  await from.evaluate(
    async ({ wanted, message, most }) => {
      const { channel } = (window as unknown as Plain).plain;
      const bytes = crypto.getRandomValues(new Uint8Array(message));
      channel.bufferedAmountLowThreshold = most / 2;
      for (let sent = 0; sent < wanted; sent += message) {
        if (channel.bufferedAmount > most)
          await new Promise((resolve) => {
            channel.addEventListener('bufferedamountlow', resolve, { once: true });
          });
        channel.send(bytes.subarray(0, Math.min(message, wanted - sent)));
      }
    },
    { wanted: length, message, most: MOST_UNSENT },
  );
  await arrived.evaluate(({ whole }) => whole);
  await arrived.dispose();
  return performance.now() - began;
}
