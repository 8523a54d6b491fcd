/** What stands between encoder and network, and between network and decoder, in the calls that are compared. */
import { FrameCryptoClient, type FrameKind } from '../../../../renderer/call/frames/frame-crypto-client';
import { keyIdOf, tracks } from '../../../../shared/media/key-id';

/**
 * plain: nothing. floor: a worker that passes frames on and does nothing else. ours: Vigil's frame worker.
 * livekit: livekit-client's e2ee worker, with AES-256-GCM too.
 */
export const variants = ['plain', 'floor', 'ours', 'livekit'] as const;
export type Variant = (typeof variants)[number];

export interface Transforms {
  protect: (end: RTCRtpSender | RTCRtpReceiver, kind: FrameKind) => void;
}

const PEER = 'peer';
const POSITION = { generation: 1, step: 0 };

function floor(): Transforms {
  const worker = new Worker('/pass-through-worker.js', { type: 'module' });
  return {
    protect: (end) => {
      end.transform = new RTCRtpScriptTransform(worker);
    },
  };
}

/** The keys that main would send: what is sealed here is opened here. */
export function ownKeys(worker: number) {
  const key = (): Uint8Array => new Uint8Array(32).fill(7);
  return [
    {
      type: 'send-keys' as const,
      worker,
      ...POSITION,
      tracks: Object.values(tracks).map((track) => ({ track, key: key() })),
    },
    {
      type: 'receive-keys' as const,
      peerId: PEER,
      onTrial: false,
      keys: Object.values(tracks).map((track) => ({ keyId: keyIdOf(POSITION, track), key: key() })),
    },
  ];
}

function ours(): Transforms {
  const client = new FrameCryptoClient(() => new Worker('/frame-worker.js', { type: 'module' }), {
    report: (report) => {
      if (report.type === 'worker-started') for (const command of ownKeys(report.worker)) client.run(command);
    },
    broken: () => undefined,
  });
  const link = { connectionId: 'link', peerId: PEER };
  return {
    protect: (end, kind) => {
      if (end instanceof RTCRtpSender) client.protectSender(end, link, kind);
      else client.protectReceiver(end, link, kind);
    },
  };
}

/** As its E2EEManager sets it up for a key that all share. */
export async function livekitMessages(): Promise<unknown[]> {
  const bytes = new Uint8Array(32).fill(7);
  const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const keyProviderOptions = {
    sharedKey: true,
    ratchetSalt: 'LKFrameEncryptionKey',
    ratchetWindowSize: 0,
    failureTolerance: 10,
    keyringSize: 16,
    keySize: 256,
  };
  return [
    { kind: 'init', data: { keyProviderOptions, loglevel: 'warn' } },
    { kind: 'enable', data: { enabled: true, participantIdentity: PEER } },
    { kind: 'setKey', data: { key, keyIndex: 0, isPublisher: true, updateCurrentKeyIndex: true } },
  ];
}

export function livekitOptions(direction: 'send' | 'receive', kind: FrameKind) {
  return {
    kind: direction === 'send' ? 'encode' : 'decode',
    participantIdentity: PEER,
    trackId: `${direction}-${kind}`,
    ...(kind === 'video' ? { codec: 'vp8' } : {}),
    hasPacketTrailer: false,
  };
}

async function livekit(): Promise<Transforms> {
  const worker = new Worker('/livekit-worker.js', { type: 'module' });
  for (const message of await livekitMessages()) worker.postMessage(message);
  return {
    protect: (end, kind) => {
      const direction = end instanceof RTCRtpSender ? 'send' : 'receive';
      end.transform = new RTCRtpScriptTransform(worker, livekitOptions(direction, kind));
    },
  };
}

export async function transformsOf(variant: Variant): Promise<Transforms | null> {
  switch (variant) {
    case 'plain':
      return null;
    case 'floor':
      return floor();
    case 'ours':
      return ours();
    case 'livekit':
      return livekit();
  }
}

/** Options of our worker's transforms, as frame-crypto-client.ts makes them. */
export function ownOptions(direction: 'send' | 'receive', kind: FrameKind) {
  const codec = kind === 'audio' ? ('opus' as const) : ('vp8' as const);
  return { direction, connectionId: 'link', peerId: PEER, track: tracks[kind], codec };
}
