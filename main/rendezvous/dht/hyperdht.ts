/** What Vigil uses of hyperdht 6, with types; loaded when it is first needed, since it has native parts. */

export interface HyperdhtKeyPair {
  publicKey: Buffer;
  /** 64 bytes, as libsodium has them. */
  secretKey: Buffer;
}

export interface HyperdhtAddress {
  host: string;
  port: number;
}

export interface HyperdhtOptions {
  /** `HOST:PORT`, or what the package knows by itself. */
  bootstrap?: readonly string[];
  nodes?: readonly HyperdhtAddress[];
  ephemeral?: boolean;
  firewalled?: boolean;
  host?: string;
  /** One, or the first of several and the one behind the last; none of them free: any. */
  port?: number | readonly [from: number, to: number];
}

export interface HyperdhtReply {
  from: HyperdhtAddress;
  /** Milliseconds. */
  rtt: number;
}

export interface HyperdhtQuery<Found> extends AsyncIterable<Found> {
  closestReplies: readonly HyperdhtReply[];
  finished: () => Promise<void>;
  destroy: () => void;
}

export interface Hyperdht {
  readonly nodes: { readonly length: number };
  readonly stats: { readonly requests: { readonly responses: number } };
  /** Takes what others ask; answers to own questions go another way. */
  readonly io: { onrequest: () => void };
  on: (event: 'error', listener: () => void) => void;
  toArray: (options: { limit: number }) => HyperdhtAddress[];
  address: () => HyperdhtAddress | null;
  fullyBootstrapped: () => Promise<void>;
  lookup: (topic: Buffer) => HyperdhtQuery<{ peers: { publicKey: Uint8Array }[] }>;
  announce: (topic: Buffer, keyPair: HyperdhtKeyPair, relays: []) => HyperdhtQuery<unknown>;
  unannounce: (topic: Buffer, keyPair: HyperdhtKeyPair) => Promise<void>;
  immutablePut: (value: Buffer) => Promise<{ hash: Uint8Array }>;
  immutableGet: (hash: Buffer) => Promise<{ value: Uint8Array } | null>;
  mutablePut: (keyPair: HyperdhtKeyPair, value: Buffer, options: { seq: number }) => Promise<unknown>;
  mutableGet: (
    publicKey: Buffer,
    options: { seq: number; latest: boolean },
  ) => Promise<{ seq: number; value: Uint8Array } | null>;
  destroy: () => Promise<void>;
}

export interface HyperdhtConstructor {
  new (options: HyperdhtOptions): Hyperdht;
  readonly BOOTSTRAP: readonly string[];
}

/** Rejects where the native parts do not exist for the platform. */
export async function loadHyperdht(): Promise<HyperdhtConstructor> {
  return (await import('hyperdht')).default as HyperdhtConstructor;
}
