/** The own microphone and camera: on, off, chosen, lost; and what is sent of them. */
import { EVEN_SOUND, SPARING_SOUND, type SoundEncoding } from '../encoding/sound-encoding';
import { capture, isSameSound, type BrowserSound, type CaptureFailure } from './capture';
import { listDevices, nothingListed, type DeviceList } from './device-list';
import type { LocalTracks } from './local-tracks';
import { browserSound, isSameVoice, type SoundChoice, type VoiceChoice } from './sound-choice';
import { isSameBackground, type BackgroundChoice } from './background-choice';
import { Retries } from './retries';
import { Starts } from './starts';
import { noTreatment, type PictureFailure, type Treated, type Treatment } from './treatment';

export type CaptureState =
  | { state: 'off' }
  | { state: 'starting' }
  | { state: 'on'; label: string }
  /** A microphone that its headset or the system has muted: nothing is heard, whatever is switched here. */
  | { state: 'silenced'; label: string }
  | { state: 'failed'; reason: CaptureFailure | BackgroundFailure };

/** Of the camera: what should stand between it and the others does not. Nothing of it is sent. */
export type BackgroundFailure = 'no-background' | 'background-slow';
const backgroundFailures: Record<PictureFailure, BackgroundFailure> = {
  model: 'no-background',
  slow: 'background-slow',
};

export interface ChosenDevices extends SoundChoice, BackgroundChoice {
  cameraId: string | null;
  microphoneId: string | null;
  saveBandwidth: boolean;
}

/** Before the settings are known. */
export const noDevicesChosen: ChosenDevices = {
  ...{ cameraId: null, microphoneId: null, saveBandwidth: false },
  ...{ noiseSuppression: 'standard', echoCancellation: true, automaticGain: true },
  ...{ background: 'unknown', backgroundColor: '#000000' },
};

type Kind = 'audio' | 'video';

interface Device {
  state: CaptureState;
  /** As the device gives it. */
  captured: MediaStreamTrack | null;
  /** What is made of that, and sent in its place; null: it is sent itself. */
  treated: Treated | null;
  readonly starts: Starts;
  /** Under which name it was lost while it ran. */
  lost: string | null;
  readonly retries: Retries;
}

const unused = (): Device => ({
  ...{ state: { state: 'off' }, captured: null, treated: null, lost: null },
  starts: new Starts(),
  retries: new Retries(),
});

const sent = ({ captured, treated }: Device): MediaStreamTrack | null => treated?.track ?? captured;

function letGo(captured: MediaStreamTrack | null, treated: Treated | null): void {
  treated?.end();
  captured?.stop();
}

interface Start {
  /** Instead of the chosen one. */
  deviceId: string | null;
  /** By itself: what is shown changes when it succeeds, and no other device takes its place. */
  isRetry: boolean;
}

export class Devices implements LocalTracks {
  readonly #devices: Record<Kind, Device> = {
    audio: unused(),
    video: unused(),
  };
  readonly #listeners = new Set<() => void>();
  #picture: MediaStream | null = null;
  #list: DeviceList = nothingListed;
  #muted = false;
  /** By whom others are not to hear what this computer plays. */
  readonly #quiet = new Set<object>();

  /** Strong noise suppression has failed for the microphone that runs: the browser does what it can. */
  #noiseFails = false;

  /** As the microphone was asked for last. */
  #sound: BrowserSound | null = null;

  /** For what choice it was. */
  #voice: VoiceChoice = noDevicesChosen;

  /** With what background the camera was started last. */
  #background: BackgroundChoice = noDevicesChosen;
  #backgroundCost: number | null = null;
  #backgroundFailure: PictureFailure = 'model';

  /** @param chosen the user's choice at this moment. */
  constructor(
    private readonly chosen: () => ChosenDevices,
    private readonly treatment: Treatment = noTreatment,
  ) {
    navigator.mediaDevices.addEventListener('devicechange', () => void this.#devicesChanged());
  }

  get audio(): MediaStreamTrack | null {
    return sent(this.#devices.audio);
  }

  get video(): MediaStreamTrack | null {
    return sent(this.#devices.video);
  }

  /** The camera as it is, where others are sent just that; null: it is off, or they are sent something else. */
  get plainVideo(): MediaStreamTrack | null {
    const { captured, treated } = this.#devices.video;
    return treated ? null : captured;
  }

  get savesBandwidth(): boolean {
    return this.chosen().saveBandwidth;
  }

  get soundEncoding(): SoundEncoding {
    return this.savesBandwidth ? SPARING_SOUND : EVEN_SOUND;
  }

  /** Off includes muted and kept quiet: the device may stay open, but nothing of it is sent. */
  get microphone(): CaptureState {
    const { state } = this.#devices.audio;
    if (!this.#isOpen && (state.state === 'on' || state.state === 'starting')) return { state: 'off' };
    return state.state === 'on' && this.#devices.audio.captured?.muted === true
      ? { ...state, state: 'silenced' }
      : state;
  }

  /** True exactly when others can hear. */
  get sendsSound(): boolean {
    const { captured } = this.#devices.audio;
    return captured !== null && !captured.muted && this.#isOpen;
  }

  get #isOpen(): boolean {
    return !this.#muted && this.#quiet.size === 0;
  }

  /** Nobody hears this microphone until all that asked for it have called what is returned. */
  keepQuiet(): () => void {
    const asked = {};
    this.#quiet.add(asked);
    this.#openOrMute();
    return () => {
      if (this.#quiet.delete(asked)) this.#openOrMute();
    };
  }

  #openOrMute(): void {
    const { captured, treated } = this.#devices.audio;
    // Both: nothing that is still on its way through leaves either.
    for (const track of [treated?.track, captured]) if (track) track.enabled = this.#isOpen;
    this.#changed();
  }

  /** Strong noise suppression was asked for, and is not what others hear. */
  get noiseFails(): boolean {
    return this.#noiseFails;
  }

  /** What the background takes of a processor, 0 to 1 and more; null: nothing. */
  get backgroundCost(): number | null {
    return this.#backgroundCost;
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
    const { captured } = this.#devices.audio;
    this.#openOrMute();
    if (on && !captured) await this.#start('audio');
  }

  /** Off releases the camera, so that its light goes out. */
  async setCamera(on: boolean): Promise<void> {
    if (on) await this.#start('video');
    else this.#stop('video');
  }

  /** Settings have come, or are others: nothing goes out any more that was made by those before. */
  async follow(): Promise<void> {
    const { audio, video } = this.#devices;
    const chosen = this.chosen();
    const seen = video.state.state === 'off' || isSameBackground(this.#background, chosen);
    const heard = audio.state.state === 'off' || isSameVoice(this.#voice, chosen);
    await Promise.all([seen || this.renewPicture(), heard || this.restart('audio')]);
  }

  /** The camera's picture is treated another way from now on; until it is, there is none. */
  async renewPicture(): Promise<void> {
    const device = this.#devices.video;
    if (device.state.state === 'off') return;
    this.#background = this.chosen();
    letGo(device.captured, device.treated);
    this.#set('video', null, null, { state: 'starting' });
    await this.#start('video');
  }

  /** After another device was chosen, or a failed one may work now. */
  async restart(kind: Kind): Promise<void> {
    if (kind === 'audio') this.#noiseFails = false;
    if (this.#devices[kind].state.state === 'off') {
      this.#changed();
      return;
    }
    await this.#start(kind);
  }

  stopAll(): void {
    this.#muted = false;
    this.#noiseFails = false;
    this.#stop('audio');
    this.#stop('video');
  }

  async #start(kind: Kind, start: Start = { deviceId: null, isRetry: false }): Promise<void> {
    const { deviceId, isRetry } = start;
    const device = this.#devices[kind];
    device.retries.cancel();
    const attempt = device.starts.begin();
    // Before anybody is told of it, who would find that it has to follow.
    if (kind === 'video') this.#background = this.chosen();
    else this.#voice = this.chosen();
    if (!isRetry) {
      device.state = { state: 'starting' };
      device.lost = null;
      device.retries.anew();
      this.#changed();
    }
    const chosen = this.chosen();
    if (kind === 'video') {
      this.#backgroundCost = null;
      if (chosen.background === 'unknown') return;
    }
    const wanted = deviceId ?? (kind === 'video' ? chosen.cameraId : chosen.microphoneId);
    const sound = browserSound(chosen, this.#noiseFails);
    const result = await device.starts.ask(attempt, () => {
      if (kind === 'audio') this.#letGoOfOtherSound(sound);
      return capture(kind, wanted, !isRetry, sound);
    });
    if (result === null) return;
    const treated = result.ok ? await this.#treat(kind, result.track, chosen) : null;
    if (!device.starts.isLatest(attempt)) {
      if (result.ok) letGo(result.track, treated === 'failed' ? null : treated);
      return;
    }
    device.starts.taken();
    if (result.ok && treated === 'failed') {
      result.track.stop();
      if (kind === 'video') {
        letGo(device.captured, device.treated);
        this.#set(kind, null, null, { state: 'failed', reason: backgroundFailures[this.#backgroundFailure] });
        return;
      }
      this.#noiseFails = true;
      await this.#start(kind, start);
      return;
    }
    letGo(device.captured, device.treated);
    if (result.ok) {
      device.lost = null;
      this.#use(kind, result.track, treated === 'failed' ? null : treated);
    } else {
      this.#set(kind, null, null, { state: 'failed', reason: result.reason });
      if (result.reason === 'busy') this.#retryLater(kind);
    }
    await this.#refreshList();
  }

  /** As long as a microphone is open, Chromium gives it once more as it is, whatever is asked for. */
  #letGoOfOtherSound(sound: BrowserSound): void {
    const { captured, treated, state } = this.#devices.audio;
    const isSame = isSameSound(this.#sound, sound);
    this.#sound = sound;
    if (isSame || captured === null) return;
    letGo(captured, treated);
    this.#set('audio', null, null, state);
  }

  async #treat(
    kind: Kind,
    captured: MediaStreamTrack,
    chosen: ChosenDevices,
  ): Promise<Treated | null | 'failed'> {
    if (kind === 'video') return chosen.background === 'none' ? null : this.#treatPicture(captured, chosen);
    if (chosen.noiseSuppression !== 'strong' || this.#noiseFails) return null;
    const failed = (): void => {
      if (this.#devices.audio.captured !== captured) return;
      this.#noiseFails = true;
      void this.#start('audio');
    };
    return this.treatment.sound(captured, failed).catch(() => 'failed');
  }

  #treatPicture(captured: MediaStreamTrack, choice: BackgroundChoice): Promise<Treated | 'failed'> {
    const device = this.#devices.video;
    const failed = (reason: PictureFailure): void => {
      this.#backgroundFailure = reason;
      if (device.captured !== captured) return;
      letGo(captured, device.treated);
      this.#set('video', null, null, { state: 'failed', reason: backgroundFailures[reason] });
    };
    const cost = (share: number): void => {
      if (device.captured !== captured) return;
      this.#backgroundCost = share;
      this.#changed();
    };
    this.#backgroundFailure = 'model';
    return this.treatment.picture(captured, choice, { failed, cost }).catch(() => 'failed' as const);
  }

  #retryLater(kind: Kind): void {
    this.#devices[kind].retries.later(() => void this.#retry(kind));
  }

  /** The one that was lost, or the one that is chosen; never another that begins to look or listen unasked. */
  async #retry(kind: Kind): Promise<void> {
    const { state, lost } = this.#devices[kind];
    if (state.state !== 'failed') return;
    const list = kind === 'video' ? this.#list.cameras : this.#list.microphones;
    const back = list.find(({ label }) => label === lost);
    if (lost !== null ? back !== undefined : state.reason === 'busy')
      await this.#start(kind, { deviceId: back?.id ?? null, isRetry: true });
  }

  #use(kind: Kind, captured: MediaStreamTrack, treated: Treated | null): void {
    if (kind === 'audio')
      for (const track of [captured, treated?.track]) if (track) track.enabled = this.#isOpen;
    if (kind === 'video') captured.contentHint = 'motion';
    const isLatest = (): boolean => this.#devices[kind].captured === captured;
    const lost = (): void => {
      if (!isLatest()) return;
      treated?.end();
      this.#set(kind, null, null, { state: 'failed', reason: 'none-found' });
      this.#devices[kind].lost = captured.label;
      // Taken by another program, and not unplugged: it is still in the list, and no event follows.
      this.#devices[kind].retries.anew();
      this.#retryLater(kind);
    };
    captured.addEventListener('ended', lost);
    for (const event of ['mute', 'unmute'])
      captured.addEventListener(event, () => {
        if (isLatest()) this.#changed();
      });
    this.#set(kind, captured, treated, { state: 'on', label: captured.label });
    // While it was made ready.
    if (captured.readyState === 'ended') lost();
  }

  #stop(kind: Kind): void {
    const device = this.#devices[kind];
    device.retries.cancel();
    device.starts.begin();
    device.lost = null;
    letGo(device.captured, device.treated);
    this.#set(kind, null, null, { state: 'off' });
  }

  #set(kind: Kind, captured: MediaStreamTrack | null, treated: Treated | null, state: CaptureState): void {
    Object.assign(this.#devices[kind], { captured, treated, state });
    if (kind === 'video' && treated) treated.track.contentHint = 'motion';
    if (kind === 'video' && !treated) this.#backgroundCost = null;
    if (kind === 'video') this.#picture = this.video ? new MediaStream([this.video]) : null;
    this.#changed();
  }

  /** What was lost goes on when it is plugged in again. */
  async #devicesChanged(): Promise<void> {
    await this.#refreshList();
    for (const kind of ['audio', 'video'] as const) {
      this.#devices[kind].retries.anew();
      await this.#retry(kind);
    }
  }

  async #refreshList(): Promise<void> {
    this.#list = await listDevices();
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
