/** The own recording: told to all, begun when they had time to leave, and of whom their app has answered. */
import type { WallTime } from '../../clocks';
import { VigilError } from '../../errors';
import type { GroupState } from '../group/group-state';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { Ports } from '../ports';
import type { Self } from '../self';
import type { OwnRecordingView } from './recording-view';

/** What everybody has for leaving, or for going dark. */
export const COUNTDOWN_MS = 10_000;
/** So much longer an app is waited for that has not answered; then it is left out. */
export const PATIENCE_MS = 5000;
/** What somebody sent before their answer has come by then, and been played. */
export const SETTLING_MS = 2000;

export interface RecordingOptions {
  self: Self;
  members: Members;
  group: GroupState;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

type State =
  | { state: 'off' }
  | { state: 'announced'; number: number; startsAt: WallTime; isDue: boolean }
  | { state: 'running'; number: number; startedAt: WallTime };

export class OwnRecording {
  #state: State = { state: 'off' };
  #last = 0;
  #isOver = false;
  /** Whose screen has shown this recording, and who has answered it or let the time pass. */
  #ready = new WeakSet<Member>();
  #stopTimer: (() => void) | null = null;
  /** Of those who have just answered: what ends the waiting for what they sent before. */
  readonly #settling = new Map<Member, () => void>();

  constructor(
    private readonly options: RecordingOptions,
    private readonly ports: Pick<Ports, 'wall' | 'timer' | 'drop'>,
  ) {}

  get view(): OwnRecordingView {
    const state = this.#state;
    switch (state.state) {
      case 'off':
        return { state: 'off' };
      case 'announced': {
        const { number, startsAt } = state;
        return { state: 'announced', number, startsAt, waitsFor: this.#unready.map(({ name }) => name) };
      }
      case 'running': {
        const { number, startedAt } = state;
        return { state: 'running', number, startedAt, included: this.#included };
      }
    }
  }

  /** After the meeting there is none, and there will be none. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Tells everybody; it begins by itself. Throws VigilError already-recording, no-meeting. */
  announce(): void {
    if (this.#isOver) throw new VigilError('no-meeting');
    if (this.#state.state !== 'off') throw new VigilError('already-recording');
    const number = ++this.#last;
    this.#ready = new WeakSet();
    const startsAt = (this.ports.wall() + COUNTDOWN_MS) as WallTime;
    this.#state = { state: 'announced', number, startsAt, isDue: false };
    this.#tell();
    this.#stopTimer = this.ports.timer(COUNTDOWN_MS, () => {
      this.#due();
    });
  }

  /** It is over, or does not begin. */
  stop(): void {
    if (this.#state.state === 'off') return;
    this.#stopTimers();
    this.#state = { state: 'off' };
    this.#tell();
  }

  /** That member's screen has shown the recording of this number, and its person has answered. */
  readySaid(member: Member, number: number): void {
    const state = this.#state;
    if (state.state === 'off' || state.number !== number) {
      this.ports.drop('unexpected');
      return;
    }
    // Said again, as after a link that was lost, it costs nothing.
    if (this.#ready.has(member) || this.#settling.has(member)) return;
    const settled = this.ports.timer(SETTLING_MS, () => {
      this.#settling.delete(member);
      this.#ready.add(member);
      this.follow();
      this.options.viewChanged();
    });
    this.#settling.set(member, settled);
  }

  /** Somebody came, went or answered. */
  follow(): void {
    if (this.#state.state === 'announced' && this.#state.isDue && this.#unready.length === 0) this.#begin();
  }

  end(): void {
    this.#stopTimers();
    this.#isOver = true;
    this.#state = { state: 'off' };
    this.options.self.recording = null;
  }

  #due(): void {
    if (this.#state.state !== 'announced') return;
    this.#state.isDue = true;
    this.#stopTimer = this.ports.timer(PATIENCE_MS, () => {
      this.#begin();
    });
    this.follow();
  }

  #begin(): void {
    if (this.#state.state !== 'announced') return;
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#state = { state: 'running', number: this.#state.number, startedAt: this.ports.wall() };
    this.#tell();
  }

  #tell(): void {
    const { self, members, viewChanged } = this.options;
    const state = this.#state;
    self.recording = state.state === 'off' ? null : { number: state.number, state: state.state };
    members.tellSelf();
    viewChanged();
  }

  #stopTimers(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    for (const stop of this.#settling.values()) stop();
    this.#settling.clear();
  }

  get #here(): Member[] {
    const { members, group } = this.options;
    return members.all.filter((member) => group.mayHear(member));
  }

  get #unready(): Member[] {
    return this.#here.filter((member) => member.path === 'open' && !this.#ready.has(member));
  }

  /** Of nobody else is a picture or a sound in it. */
  get #included(): string[] {
    return this.#here.filter((member) => this.#ready.has(member)).map(({ facts }) => facts.peerId);
  }
}
