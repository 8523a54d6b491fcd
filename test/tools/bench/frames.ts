/** Sealing and opening a frame, against WebCrypto's AES-256-GCM alone on the same bytes. */
import { webcrypto } from 'node:crypto';
import { FrameOpener } from '../../../shared/media/frame-opener';
import { FrameSealer } from '../../../shared/media/frame-sealer';
import { keyIdOf, tracks } from '../../../shared/media/key-id';
import type { Subtle } from '../../../shared/media/sframe';
import { compare, type Comparison } from './rounds';

const SIZES_KB = [1, 5, 20, 100];
const ROUNDS = 15;
const FRAMES = 150;

const { subtle } = webcrypto;
const ours = subtle as unknown as Subtle;
const source = { peerId: 'peer', track: tracks.video, codec: 'vp8' } as const;

interface Tools {
  sealer: FrameSealer;
  opener: FrameOpener;
  key: webcrypto.CryptoKey;
}

async function tools(): Promise<Tools> {
  const bytes = (): Uint8Array => webcrypto.getRandomValues(new Uint8Array(32));
  const base = bytes();
  const position = { generation: 1, step: 0 };
  const sealer = new FrameSealer(ours, () => undefined);
  const opener = new FrameOpener(ours, () => performance.now(), { used: () => undefined });
  await sealer.use({ ...position, tracks: [{ track: source.track, key: base.slice() }] });
  const keyId = keyIdOf(position, source.track);
  await opener.install({ peerId: source.peerId, onTrial: false, keys: [{ keyId, key: base }] });
  const key = await subtle.importKey('raw', bytes(), { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']);
  return { sealer, opener, key };
}

function nonce(counter: number): Uint8Array {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(8, counter);
  return iv;
}

async function seal({ sealer }: Tools, payload: Uint8Array): Promise<Uint8Array> {
  const sealed = await sealer.seal(source.track, source.codec, payload);
  if (!sealed.ok) throw new Error(sealed.reason);
  return sealed.bytes;
}

async function open({ opener }: Tools, frame: Uint8Array): Promise<void> {
  const opened = await opener.open(source, frame);
  if (!opened.ok) throw new Error(opened.reason);
}

async function bySize(kilobytes: number): Promise<{ seal: Comparison; open: Comparison }> {
  const payload = new Uint8Array(kilobytes * 1024).fill(0x5a);
  const tool = await tools();
  const { key } = tool;
  const encrypt = (counter: number): Promise<ArrayBuffer> =>
    subtle.encrypt({ name: 'AES-GCM', iv: nonce(counter) }, key, payload);
  const sealing = await compare(ROUNDS, {
    times: FRAMES,
    prepare: () => Promise.resolve({ subject: () => seal(tool, payload), floor: encrypt }),
  });
  const opening = await compare(ROUNDS, {
    times: FRAMES,
    prepare: async () => {
      // Each frame opens once only, so there are new ones for each round.
      const frames: Uint8Array[] = [];
      const raw: ArrayBuffer[] = [];
      for (let index = 0; index < FRAMES; index++) {
        frames.push(await seal(tool, payload));
        raw.push(await encrypt(index));
      }
      return {
        subject: (index) => open(tool, frames[index] ?? payload),
        floor: (index) =>
          subtle.decrypt({ name: 'AES-GCM', iv: nonce(index) }, key, raw[index] ?? new ArrayBuffer(0)),
      };
    },
  });
  return { seal: sealing, open: opening };
}

/** By size of the frame in KB. */
export async function benchFrames(): Promise<Record<string, { seal: Comparison; open: Comparison }>> {
  const results: Record<string, { seal: Comparison; open: Comparison }> = {};
  for (const size of SIZES_KB) results[`${String(size)}KB`] = await bySize(size);
  return results;
}
