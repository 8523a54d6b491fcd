/** The recording that this person makes: from the place that they choose to the whole file, in one meeting. */
import type { SteadyClock } from '../../shared/clocks';
import { wipe } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import type { OwnRecording } from '../../shared/meeting/recording/own-recording';
import { freshStretching, passphraseKey, type Stretch } from '../vault/stretch';
import { openRecordingFile, type RecordingFile } from './recording-file';
import { sealRecording, type RecordingSealer, type RecordingWrite } from './sealed-format';

/** What the window still has when a meeting is over gets this long to come. */
const LAST_WRITES_MS = 3000;

export interface RecorderOptions {
  /** Of the meeting that runs. Throws VigilError no-meeting. */
  own: () => OwnRecording;
  stretch: Stretch;
  steady: SteadyClock;
  /** Runs once after so many milliseconds, unless cancelled by the function returned. */
  timer: (milliseconds: number, run: () => void) => () => void;
  /** Null: the person chose none. */
  choosePlace: (isSealed: boolean) => Promise<string | null>;
  openFile?: typeof openRecordingFile;
}

type State =
  | { state: 'none' }
  | { state: 'choosing' }
  | {
      state: 'open';
      own: OwnRecording;
      file: RecordingFile;
      stopWaiting: (() => void) | null;
      /** Everybody was told and had their time. */
      hasRun: boolean;
      /** Calls whoever waits for its end. */
      ended: () => void;
      end: Promise<void>;
    };

export class Recorder {
  #state: State = { state: 'none' };

  constructor(private readonly options: RecorderOptions) {}

  /**
   * False if the person chose no place, or gave it up meanwhile. Everybody is told, and it begins when they had their time.
   * Throws VigilError no-meeting, already-recording, passphrase-no-memory, recording-not-written, recording-full.
   */
  async begin(passphrase: string | null): Promise<boolean> {
    const own = this.options.own();
    if (this.#state.state !== 'none') throw new VigilError('already-recording');
    const choosing: State = { state: 'choosing' };
    const isGivenUp = (): boolean => this.#state !== choosing;
    this.#state = choosing;
    let file: RecordingFile | null = null;
    try {
      const place = await this.options.choosePlace(passphrase !== null);
      if (place === null) return false;
      const sealer = passphrase === null ? null : await this.#sealer(passphrase);
      const { steady, openFile = openRecordingFile } = this.options;
      file = await openFile({ place, sealer, steady });
      if (isGivenUp()) {
        await file.finish(false);
        return false;
      }
      own.announce();
      let ended = (): void => undefined;
      const end = new Promise<void>((resolve) => (ended = resolve));
      this.#state = { state: 'open', own, file, stopWaiting: null, hasRun: false, ended, end };
      return true;
    } catch (error) {
      await file?.finish(false);
      throw error;
    } finally {
      if (!isGivenUp()) this.#state = { state: 'none' };
    }
  }

  /**
   * Throws VigilError bad-request before everybody was told and had their time, and as RecordingFile does: then it is
   * over, and everybody is told so.
   */
  async write(write: RecordingWrite): Promise<void> {
    const { state } = this;
    this.#look();
    if (!state?.hasRun || !(state.own.isOver || state.own.view.state === 'running'))
      throw new VigilError('bad-request');
    try {
      await state.file.write(write);
    } catch (error) {
      await this.#finish(false);
      throw error;
    }
  }

  /** All is written, or nothing will be. Bytes of the file. */
  async finish(): Promise<number> {
    const size = this.state?.file;
    await this.#finish(true);
    return size?.size ?? 0;
  }

  /** The meeting is another one, or over: what the window has still comes, for a while. */
  follow(): void {
    this.#look();
    const { state } = this;
    if (!state || state.stopWaiting || !state.own.isOver) return;
    state.stopWaiting = this.options.timer(LAST_WRITES_MS, () => void this.#finish(false));
  }

  /** The app ends, and the meeting has ended: resolves when the window has said that all is written, or after a while. */
  async lastWrites(): Promise<void> {
    const { state } = this;
    if (!state) return;
    state.stopWaiting ??= this.options.timer(LAST_WRITES_MS, () => void this.#finish(false));
    await state.end;
  }

  /** The person gives it up, or the window's page is new: nothing more comes, and the file does not say that it is whole. */
  async close(): Promise<void> {
    if (this.#state.state === 'choosing') this.#state = { state: 'none' };
    await this.#finish(false);
  }

  #look(): void {
    const { state } = this;
    if (state?.own.view.state === 'running') state.hasRun = true;
  }

  private get state(): Extract<State, { state: 'open' }> | null {
    return this.#state.state === 'open' ? this.#state : null;
  }

  async #finish(isWhole: boolean): Promise<void> {
    const { state } = this;
    if (!state) return;
    this.#state = { state: 'none' };
    state.stopWaiting?.();
    await state.file.finish(isWhole);
    state.own.stop();
    state.ended();
  }

  async #sealer(passphrase: string): Promise<RecordingSealer> {
    const stretching = freshStretching();
    const key = await passphraseKey(this.options.stretch, passphrase, stretching, 'recording');
    try {
      return sealRecording(key, stretching);
    } finally {
      wipe(key);
    }
  }
}
