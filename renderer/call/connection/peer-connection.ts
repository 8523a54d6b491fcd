/**
 * One peer connection, by simple-peer: the only place that imports it. A description goes out, one comes in, the data
 * channel opens, the live certificate is checked, and only then does anything pass.
 */
import SimplePeer from 'simple-peer/simplepeer.min.js';
import {
  partOf,
  type CompactDescription,
  type MediaDescription,
  type MediaPart,
} from '../../../shared/wire/description';
import { MAX_CARRIER_BYTES, type IceConfiguration } from '../../../shared/ipc';
import { buildDataSdp, readTransport } from '../sdp/compact-sdp';
import { FileChannel } from './file-channel';
import { gathered } from './gathering';
import { gatheringLimitOf, heardOf, rtcConfiguration, toldOf } from './ice-configuration';
import { liveFingerprint, sameFingerprint } from './live-fingerprint';
import type { LocalTracks } from '../devices/local-tracks';
import { PatientConnection } from './patient-connection';
import { buildMediaSdp, readMediaDescription } from '../sdp/media-sdp';
import type { FrameConnection } from '../frames/frame-crypto-client';
import { sealedConfiguration } from '../frames/sealed-connection';
import { buildRestartSdp, restarted } from '../sdp/restart-sdp';
import { Transceivers, type Sealing } from './transceivers';

/** A goodbye gets this long to arrive before the connection is torn down. */
const LINGER_MS = 400;
const MAX_BUFFERED = 1024 * 1024;
/** Messages that may arrive before the certificate has been checked. */
const MAX_EARLY = 64;

export type CloseReason = 'failed' | 'fingerprint-mismatch' | 'bad-description' | 'closed';

export interface PeerConnectionEvents {
  described: (description: CompactDescription) => void;
  opened: () => void;
  received: (bytes: Uint8Array) => void;
  receivedPieces: (pieces: Uint8Array) => void;
  sentPieces: (count: number) => void;
  mediaDescribed: (description: MediaDescription) => void;
  track: (track: MediaStreamTrack, part: MediaPart) => void;
  restartDescribed: (description: CompactDescription) => void;
  path: (state: 'up' | 'interrupted') => void;
  closed: (reason: CloseReason) => void;
}

export type PeerRole = { side: 'offer' } | { side: 'answer' | 'answer-by-hand'; remote: CompactDescription };

/** Its types leave these out. */
type Peer = SimplePeer.Instance & { readonly initiator: boolean; negotiate: () => void };

interface Signal {
  type: string;
  sdp?: string;
}

export class PeerConnection {
  readonly #peer: Peer;
  #connection!: RTCPeerConnection;
  readonly #transceivers: Transceivers;
  readonly #files: FileChannel;
  /** What the channel that opened this connection said of the other end. */
  #remote: CompactDescription | null = null;
  #media = false;
  /** How the other side described its sound and picture. */
  #remoteMedia: MediaDescription | null = null;
  /** The next description is a new transport and nothing else. */
  #restarting = false;
  #verified = false;
  #early: Uint8Array[] = [];
  #closed = false;
  #reason: CloseReason = 'closed';
  #farewell: ReturnType<typeof setTimeout> | null = null;

  constructor(
    connection: FrameConnection,
    role: PeerRole,
    private ice: IceConfiguration,
    private readonly tracks: LocalTracks,
    sealing: Sealing,
    private readonly events: PeerConnectionEvents,
  ) {
    this.#transceivers = new Transceivers(connection, tracks, sealing);
    const adopt = (connection: RTCPeerConnection): void => {
      this.#connection = connection;
    };
    // simple-peer makes the connection itself; this is its public way to be handed another class.
    const Base = role.side === 'answer-by-hand' ? PatientConnection : RTCPeerConnection;
    class AdoptedConnection extends Base {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        adopt(this);
      }
    }
    this.#peer = new SimplePeer({
      initiator: role.side === 'offer',
      // Its candidates are left alone: a description waits for those that count, and is told once.
      trickle: true,
      channelName: 'vigil',
      config: sealedConfiguration(rtcConfiguration(ice)),
      wrtc: { RTCPeerConnection: AdoptedConnection, RTCSessionDescription, RTCIceCandidate },
    }) as Peer;
    this.#files = new FileChannel(
      this.#connection,
      () => this.#verified && !this.#ending,
      (pieces) => {
        this.events.receivedPieces(pieces);
      },
      (count) => {
        this.events.sentPieces(count);
      },
    );
    this.#listen();
    if (role.side === 'offer') return;
    this.#acceptDescription('offer', role.remote);
    if (this.#connection instanceof PatientConnection)
      this.#connection.keepTrying(this.#remote?.candidates ?? []);
  }

  acceptAnswer(remote: CompactDescription): void {
    this.#acceptDescription('answer', remote);
  }

  /** The pair is authenticated: offer sound and picture, both ways. */
  startMedia(): void {
    if (this.#ending) return;
    this.#media = true;
    this.#transceivers.add(this.#connection);
    this.#peer.negotiate();
  }

  acceptMedia(remote: MediaDescription): void {
    if (this.#ending) return;
    if (!this.#remote || !this.#verified) {
      this.#fail('bad-description');
      return;
    }
    this.#media = true;
    this.#remoteMedia = remote;
    try {
      const sdp = buildMediaSdp(remote, this.#remote, this.tracks.soundEncoding);
      this.#peer.signal({ type: remote.kind, sdp });
    } catch {
      this.#fail('bad-description');
    }
  }

  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  /** Counts from the next restart on. */
  setIceConfiguration(ice: IceConfiguration): void {
    if (this.#ending) return;
    this.ice = ice;
    this.#connection.setConfiguration({ ...this.#connection.getConfiguration(), ...rtcConfiguration(ice) });
  }

  /** Offers a new transport for the connection that stands; only the side that offered the connection can. */
  restart(): void {
    if (this.#ending || !this.#verified) return;
    this.#restarting = true;
    this.#connection.restartIce();
    this.#peer.negotiate();
  }

  /** Of the other's description only the way to it counts: certificate, roles and media stay as they are. */
  acceptRestart(remote: CompactDescription): void {
    if (this.#ending) return;
    if (!this.#remote || !this.#verified) {
      this.#fail('bad-description');
      return;
    }
    if (!sameFingerprint(remote.fingerprint, this.#remote.fingerprint)) {
      this.#fail('fingerprint-mismatch');
      return;
    }
    const type = this.#peer.initiator ? 'answer' : 'offer';
    if (type === 'offer') this.#restarting = true;
    this.#remote = restarted(this.#remote, heardOf(remote, this.ice));
    try {
      this.#peer.signal({
        type,
        sdp: buildRestartSdp(this.#remoteMedia, this.#remote, this.tracks.soundEncoding),
      });
    } catch {
      this.#fail('bad-description');
    }
  }

  send(bytes: Uint8Array): void {
    if (this.#closed || !this.#peer.connected) return;
    if (this.#peer.bufferSize > MAX_BUFFERED) {
      this.#fail('failed');
      return;
    }
    this.#peer.send(bytes);
  }

  /** Of files, by the channel that is theirs. */
  sendPieces(pieces: Uint8Array): void {
    if (this.#verified && !this.#ending) this.#files.send(pieces);
  }

  /** @param linger the other side may close first, once it has read our last message. */
  close(linger: boolean): void {
    if (this.#ending) return;
    this.#transceivers.silence();
    if (!linger || !this.#peer.connected) {
      this.#peer.destroy();
      return;
    }
    this.#farewell = setTimeout(() => {
      this.#peer.destroy();
    }, LINGER_MS);
  }

  get #ending(): boolean {
    return this.#closed || this.#farewell !== null;
  }

  #listen(): void {
    const peer = this.#peer;
    peer.on('signal', (signal: Signal) => {
      this.#signal(signal);
    });
    peer.on('connect', () => {
      void this.#verify();
    });
    peer.on('data', (data: Uint8Array | string) => {
      this.#received(typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data));
    });
    peer.on('error', () => {
      if (this.#reason === 'closed') this.#reason = 'failed';
    });
    peer.on('close', () => {
      this.#ended();
    });
    this.#connection.addEventListener('track', ({ transceiver, track }) => {
      // Only what was negotiated over the authenticated channel is ever played.
      if (!this.#verified || !this.#media || this.#ending) return;
      const part = this.#partOf(transceiver);
      if (part === null) return;
      this.#transceivers.adopt(transceiver, part);
      this.events.track(track, part);
    });
    this.#connection.addEventListener('iceconnectionstatechange', () => {
      const { iceConnectionState } = this.#connection;
      if (iceConnectionState === 'disconnected') this.events.path('interrupted');
      if (iceConnectionState === 'connected' || iceConnectionState === 'completed') this.events.path('up');
    });
  }

  /** Whoever offers has made them; the other side goes by the order in the offer. */
  #partOf(transceiver: RTCRtpTransceiver): MediaPart | null {
    if (this.#peer.initiator) return this.#transceivers.partOf(transceiver);
    return this.#remoteMedia && partOf(this.#remoteMedia, transceiver.mid);
  }

  #signal({ type, sdp }: Signal): void {
    if ((type !== 'offer' && type !== 'answer') || sdp === undefined) return;
    if (this.#restarting) {
      this.#restarting = false;
      void this.#describe(this.events.restartDescribed);
      return;
    }
    if (!this.#media) {
      void this.#describe(this.events.described);
      return;
    }
    try {
      const media = readMediaDescription(type, sdp);
      this.events.mediaDescribed({ ...media, transport: toldOf(media.transport, this.ice) });
    } catch {
      this.#fail('bad-description');
    }
  }

  /** The way here, once it is known. */
  async #describe(tell: (description: CompactDescription) => void): Promise<void> {
    await gathered(this.#connection, gatheringLimitOf(this.ice));
    const sdp = this.#connection.localDescription?.sdp;
    if (this.#ending || sdp === undefined) return;
    try {
      tell(toldOf(readTransport(sdp), this.ice));
    } catch {
      this.#fail('bad-description');
    }
  }

  #acceptDescription(type: 'offer' | 'answer', remote: CompactDescription): void {
    this.#remote = heardOf(remote, this.ice);
    try {
      this.#peer.signal({ type, sdp: buildDataSdp(this.#remote) });
    } catch {
      this.#fail('bad-description');
    }
  }

  async #verify(): Promise<void> {
    const live = await liveFingerprint(this.#connection).catch(() => null);
    if (this.#closed) return;
    if (!this.#remote || !live) {
      this.#fail('failed');
      return;
    }
    if (!sameFingerprint(live, this.#remote.fingerprint)) {
      this.#fail('fingerprint-mismatch');
      return;
    }
    this.#verified = true;
    this.events.opened();
    const early = this.#early;
    this.#early = [];
    for (const bytes of early) this.events.received(bytes);
  }

  #received(bytes: Uint8Array): void {
    // Longer than any message of ours: not even worth passing on.
    if (bytes.length > MAX_CARRIER_BYTES) return;
    if (this.#verified) this.events.received(bytes);
    else if (this.#early.length < MAX_EARLY) this.#early.push(bytes);
  }

  #fail(reason: CloseReason): void {
    if (this.#closed) return;
    this.#reason = reason;
    this.#transceivers.silence();
    this.#peer.destroy();
  }

  #ended(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#farewell) clearTimeout(this.#farewell);
    this.#files.end();
    this.#transceivers.silence();
    this.events.closed(this.#reason);
  }
}
