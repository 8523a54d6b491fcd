/** The own microphone and camera: on, off, chosen, lost; and what is sent of them. */
import { EVEN_SOUND, SPARING_SOUND, type SoundEncoding } from '../encoding/sound-encoding';
import { capture, type CaptureFailure } from './capture';
import type { LocalTracks } from './local-tracks';

export type CaptureState =
  | { state: 'off' }
  | { state: 'starting' }
  | { state: 'on'; label: string }
  | { state: 'failed'; reason: CaptureFailure };

export interface DeviceList {
  cameras: { id: string; label: string }[];
  microphones: { id: string; label: string }[];
  speakers: { id: string; label: string }[];
}

export interface ChosenDevices {
  cameraId: string | null;
  microphoneId: string | null;
  saveBandwidth: boolean;
}

type Kind = 'audio' | 'video';

interface Device {
  state: CaptureState;
  track: MediaStreamTrack | null;
  /** Which start is the latest: an older one that comes back late is thrown away. */
  attempt: number;
  /** Under which name it was lost while it ran. */
  lost: string | null;
}

export class Devices implements LocalTracks {
  readonly #devices: Record<Kind, Device> = {
    audio: { state: { state: 'off' }, track: null, attempt: 0, lost: null },
    video: { state: { state: 'off' }, track: null, attempt: 0, lost: null },
  };
  readonly #listeners = new Set<() => void>();
  #picture: MediaStream | null = null;
  #list: DeviceList = { cameras: [], microphones: [], speakers: [] };
  #muted = false;

  /** @param chosen the user's choice at this moment. */
  constructor(private readonly chosen: () => ChosenDevices) {
    navigator.mediaDevices.addEventListener('devicechange', () => void this.#devicesChanged());
  }

  get audio(): MediaStreamTrack | null {
    return this.#devices.audio.track;
  }

  get video(): MediaStreamTrack | null {
    return this.#devices.video.track;
  }

  get savesBandwidth(): boolean {
    return this.chosen().saveBandwidth;
  }

  get soundEncoding(): SoundEncoding {
    return this.savesBandwidth ? SPARING_SOUND : EVEN_SOUND;
  }

  /** Off includes muted: the device may stay open, but nothing of it is sent. */
  get microphone(): CaptureState {
    const { state } = this.#devices.audio;
    return this.#muted && (state.state === 'on' || state.state === 'starting') ? { state: 'off' } : state;
  }

  /** True exactly when others can hear. */
  get sendsSound(): boolean {
    return this.#devices.audio.track !== null && !this.#muted;
  }

  get camera(): CaptureState {
    return this.#devices.video.state;
  }

  get picture(): MediaStream | null {
    return this.#picture;
  }

  get list(): DeviceList {
    return this.#list;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async setMicrophone(on: boolean): Promise<void> {
    this.#muted = !on;
    const { track } = this.#devices.audio;
    if (track) track.enabled = on;
    this.#changed();
    if (on && !track) await this.#start('audio');
  }

  /** Off releases the camera, so that its light goes out. */
  async setCamera(on: boolean): Promise<void> {
    if (on) await this.#start('video');
    else this.#stop('video');
  }

  /** After another device was chosen, or a failed one may work now. */
  async restart(kind: Kind): Promise<void> {
    if (this.#devices[kind].state.state === 'off') return;
    await this.#start(kind);
  }

  stopAll(): void {
    this.#muted = false;
    this.#stop('audio');
    this.#stop('video');
  }

  /** @param deviceId instead of the chosen one. */
  async #start(kind: Kind, deviceId?: string): Promise<void> {
    const device = this.#devices[kind];
    const attempt = ++device.attempt;
    device.state = { state: 'starting' };
    device.lost = null;
    this.#changed();
    const { cameraId, microphoneId } = this.chosen();
    const result = await capture(kind, deviceId ?? (kind === 'video' ? cameraId : microphoneId));
    if (device.attempt !== attempt) {
      if (result.ok) result.track.stop();
      return;
    }
    device.track?.stop();
    if (result.ok) this.#use(kind, result.track);
    else this.#set(kind, null, { state: 'failed', reason: result.reason });
    await this.#refreshList();
  }

  #use(kind: Kind, track: MediaStreamTrack): void {
    if (kind === 'audio') track.enabled = !this.#muted;
    if (kind === 'video') track.contentHint = 'motion';
    track.addEventListener('ended', () => {
      if (this.#devices[kind].track !== track) return;
      this.#set(kind, null, { state: 'failed', reason: 'none-found' });
      this.#devices[kind].lost = track.label;
    });
    this.#set(kind, track, { state: 'on', label: track.label });
  }

  #stop(kind: Kind): void {
    const device = this.#devices[kind];
    device.attempt++;
    device.lost = null;
    device.track?.stop();
    this.#set(kind, null, { state: 'off' });
  }

  #set(kind: Kind, track: MediaStreamTrack | null, state: CaptureState): void {
    this.#devices[kind].track = track;
    this.#devices[kind].state = state;
    if (kind === 'video') this.#picture = track ? new MediaStream([track]) : null;
    this.#changed();
  }

  /** The microphone that was lost goes on when it is plugged in again; no other one begins to listen unasked. */
  async #devicesChanged(): Promise<void> {
    await this.#refreshList();
    const { state, lost } = this.#devices.audio;
    const back = this.#list.microphones.find(({ label }) => label === lost);
    if (state.state === 'failed' && back) await this.#start('audio', back.id);
  }

  async #refreshList(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    const of = (kind: MediaDeviceKind): { id: string; label: string }[] =>
      devices
        .filter((device) => device.kind === kind && device.deviceId !== '' && device.label !== '')
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.#list = { cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') };
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
