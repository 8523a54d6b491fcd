/** A call between two connections of one page: 640x480 VP8 at 30 pictures in a second, and Opus, both ways. */
import type { FrameKind } from '../../../../renderer/call/frames/frame-crypto-client';
import { sealedConfiguration } from '../../../../renderer/call/frames/sealed-connection';
import type { Transforms } from './variants';

const MAX_BITS_PER_SECOND = 1_500_000;
const codecOf = { audio: 'audio/opus', video: 'video/VP8' } as const;

export interface CallCounts {
  /** Pictures that either side has decoded. */
  frames: number;
  /** Of the pictures received last. */
  width: number;
}

export class BenchCall {
  readonly #ends: RTCPeerConnection[];
  readonly #videos: HTMLVideoElement[] = [];

  constructor(
    private readonly stream: MediaStream,
    private readonly transforms: Transforms | null,
  ) {
    const configuration = transforms === null ? {} : sealedConfiguration({});
    this.#ends = [new RTCPeerConnection(configuration), new RTCPeerConnection(configuration)];
  }

  async start(): Promise<void> {
    const [one, other] = this.#both();
    one.onicecandidate = ({ candidate }) => void other.addIceCandidate(candidate);
    other.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate);
    for (const track of this.stream.getTracks()) this.#equip(one.addTransceiver(track));
    other.ontrack = ({ transceiver }) => {
      transceiver.direction = 'sendrecv';
      const { kind } = transceiver.receiver.track;
      void transceiver.sender.replaceTrack(
        this.stream.getTracks().find((track) => track.kind === kind) ?? null,
      );
      this.#equip(transceiver);
    };
    const described = async (connection: RTCPeerConnection): Promise<RTCSessionDescription> => {
      await connection.setLocalDescription();
      const { localDescription } = connection;
      if (!localDescription) throw new Error('no description');
      return localDescription;
    };
    await other.setRemoteDescription(await described(one));
    await one.setRemoteDescription(await described(other));
    await this.setActive(true);
  }

  /** Whether anything is sent and shown; the connection stays. */
  async setActive(active: boolean): Promise<void> {
    for (const video of this.#videos) video.hidden = !active;
    for (const sender of this.#ends.flatMap((end) => end.getSenders())) {
      const parameters = sender.getParameters();
      for (const encoding of parameters.encodings) {
        encoding.active = active;
        if (sender.track?.kind === 'video') encoding.maxBitrate = MAX_BITS_PER_SECOND;
      }
      // The same work in each call: fewer pictures rather than smaller ones, and those are counted.
      if (sender.track?.kind === 'video')
        Object.assign(parameters, { degradationPreference: 'maintain-resolution' });
      await sender.setParameters(parameters);
    }
  }

  async counts(): Promise<CallCounts> {
    const counts = { frames: 0, width: 0 };
    for (const end of this.#ends) {
      for (const entry of (await end.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (entry['type'] !== 'inbound-rtp' || entry['kind'] !== 'video') continue;
        counts.frames += Number(entry['framesDecoded']);
        counts.width = Number(entry['frameWidth'] ?? 0);
      }
    }
    return counts;
  }

  close(): void {
    for (const end of this.#ends) end.close();
  }

  #both(): [RTCPeerConnection, RTCPeerConnection] {
    const [one, other] = this.#ends;
    if (!one || !other) throw new Error('no connections');
    return [one, other];
  }

  #equip(transceiver: RTCRtpTransceiver): void {
    const kind: FrameKind = transceiver.receiver.track.kind === 'audio' ? 'audio' : 'video';
    const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
    transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === codecOf[kind]));
    this.transforms?.protect(transceiver.sender, kind);
    this.transforms?.protect(transceiver.receiver, kind);
    if (kind === 'audio') return;
    const video = document.createElement('video');
    Object.assign(video, {
      muted: true,
      autoplay: true,
      srcObject: new MediaStream([transceiver.receiver.track]),
    });
    // Drawing costs CPU too, and the same in each call: two small pictures beside each other, and no others.
    video.width = 160;
    video.hidden = true;
    this.#videos.push(video);
    document.body.append(video);
  }
}
