/** Runs at most one meeting: from preview to end, with real clocks, relays and connections. */
import { systemClocks } from '../clocks';
import { unixSeconds } from '../../shared/clocks';
import { VigilError } from '../../shared/errors';
import { DEFAULT_LIFETIME_SECONDS, encodeLink, type Invite } from '../../shared/invite/link';
import type { Ask, ConnectionReport, MeetingView, SafetyNumberView } from '../../shared/ipc';
import type { FrameReport } from '../../shared/media/frame-messages';
import { Generations } from '../../shared/media/sender-keys';
import type { Files } from '../../shared/meeting/files/files';
import type { Moderation } from '../../shared/meeting/moderation';
import type { Recordings } from '../../shared/meeting/recording/recordings';
import type { Quiet } from '../../shared/meeting/speaking-up/quiet';
import type { ReleaseExchange } from '../../shared/meeting/releases/release-exchange';
import type { NextOffer } from '../../shared/meeting/next-meeting';
import type { Spotlight } from '../../shared/meeting/spotlight';
import type { SpeakingUp } from '../../shared/meeting/speaking-up/speaking-up';
import type { Verification } from '../../shared/meeting/verification';
import type { OwnMedia } from '../../shared/meeting/self';
import type { TurnLogin } from '../../shared/wire/turn-url';
import type { OwnRole } from '../own-meetings/own-meetings';
import type { ByHand } from './by-hand/by-hand';
import { Drops } from './drops';
import { continuedElsewhere, startElsewhere } from './elsewhere';
import { lentBy, withVolunteers, guestAs, meetingStartOf, type MeetingStart } from './meeting-start';
import type { IceServers } from './ice/ice-servers';
import { icePolicy } from './ice/ice-policy';
import { previewOf, readLink, type Previewed } from './preview';
import type { EnterChoice, RunnerOptions } from './runner-options';
import { RunningMeeting } from './running-meeting';
import { WayBack } from './way-back';

type State =
  { state: 'none' } | { state: 'preview'; of: Previewed } | { state: 'meeting'; running: RunningMeeting };

export class MeetingRunner {
  #state: State = { state: 'none' };
  #isChanging = false;
  /** Generations of media keys are never used twice, whatever meetings and workers come and go. */
  readonly #generations = new Generations();
  /** The frame worker that runs in the window, if one does. */
  #worker: number | null = null;
  readonly #drops = new Drops();
  readonly #wayBack = new WayBack();

  constructor(private readonly options: RunnerOptions) {}

  get view(): MeetingView {
    return this.#wayBack.shownIn(this.#view, systemClocks.wall());
  }

  get #view(): MeetingView {
    const state = this.#state;
    switch (state.state) {
      case 'none':
        return { phase: 'none' };
      case 'preview':
        return previewOf(state.of);
      case 'meeting':
        return state.running.view;
    }
  }

  /** What is looked at before entering, if anything: another object for each preview. */
  get previewed(): object | null {
    return this.#state.state === 'preview' ? this.#state.of : null;
  }

  /** TURN servers that the link in the preview lends. */
  get lentTurn(): readonly TurnLogin[] {
    const state = this.#state;
    return state.state === 'preview' && state.of.role !== 'host' ? lentBy(state.of.invite.hints) : [];
  }

  /** By what a stranger is reached in a meeting whose link lends these. Throws VigilError turn-needed. */
  serversFor(lent: readonly TurnLogin[]): IceServers {
    return icePolicy(withVolunteers(this.options), { stun: [], lent })(null).iceServers;
  }

  /** How often something from the network was dropped, by reason. */
  get drops(): ReadonlyMap<string, number> {
    return this.#drops.counts;
  }

  /** Throws VigilError already-in-meeting. */
  newMeeting(): void {
    this.refuseWhileBusy();
    const expiresAt = systemClocks.wall() + DEFAULT_LIFETIME_SECONDS * 1000;
    this.#set({ state: 'preview', of: { role: 'host', expiresAt } });
  }

  /** Throws VigilError already-in-meeting. */
  refuseWhileBusy(): void {
    const running = this.#runs;
    if (!running) return;
    if (running.meeting.view.phase !== 'ended') throw new VigilError('already-in-meeting');
    this.leave();
  }

  /** A meeting that this person made before. Throws VigilError already-in-meeting. */
  openOwn(invite: Invite, as: OwnRole): void {
    this.refuseWhileBusy();
    this.#set({ state: 'preview', of: { role: 'again', invite, as } });
  }

  /** Throws VigilError already-in-meeting, and as `readLink` does. */
  openLink(text: string): void {
    this.refuseWhileBusy();
    this.#set({
      state: 'preview',
      of: { role: 'guest', ...readLink(text, unixSeconds(systemClocks.wall())) },
    });
  }

  /**
   * Once more to the preview of the link by which this person was a guest.
   * Throws VigilError already-in-meeting, and no-meeting where that is not offered.
   */
  goBack(): void {
    const invite = this.#wayBack.at(systemClocks.wall());
    if (invite === null) throw new VigilError('no-meeting');
    this.refuseWhileBusy();
    this.#set({ state: 'preview', of: { role: 'guest', invite, handInvitation: null } });
  }

  /** Whoever came back from now on would be somebody else. */
  identityReplaced(): void {
    this.#wayBack.forget();
    this.options.changed();
  }

  /** Throws VigilError no-meeting unless something is previewed, and as `meetingStartOf` does. */
  enter(choice: EnterChoice): void {
    const state = this.#state;
    if (state.state !== 'preview') throw new VigilError('no-meeting');
    const start = meetingStartOf(state.of, choice, this.options);
    this.#wayBack.entered(state.of, choice.throwaway === true);
    const { byHand } = this.#start(start);
    if (state.of.role === 'guest' && state.of.handInvitation) byHand.answer(state.of.handInvitation);
  }

  /** From wherever one is back to nothing; a running meeting says goodbye first. */
  leave(): void {
    this.#wayBack.left(this.#view);
    this.#runs?.stop();
    this.#set({ state: 'none' });
  }

  /** Leaves, and waits until connections and relays have said goodbye, at most a second. */
  async close(): Promise<void> {
    const running = this.#runs;
    if (!running) return;
    await running.close();
    this.leave();
  }

  /** The window's page is new: every connection that it had is gone, and nothing is captured. */
  pageLost(): void {
    if (this.#worker !== null) this.frameReport({ type: 'worker-lost', worker: this.#worker });
    this.#runs?.pageLost();
  }

  connectionReport(report: ConnectionReport): void {
    this.#runs?.connectionReport(report);
  }

  /** The network is, or may be, another one: see RunningMeeting. */
  networkChanged(certainty: 'maybe' | 'surely'): void {
    this.#runs?.networkChanged(certainty);
  }

  frameReport(report: FrameReport): void {
    if (report.type === 'worker-started') this.#worker = report.worker;
    if (report.type === 'worker-lost' && this.#worker === report.worker) this.#worker = null;
    this.#runs?.frames(report);
  }

  /** What this person decides about the meeting. Throws VigilError no-meeting. */
  get moderation(): Moderation {
    return this.#running().meeting.moderation;
  }

  /** Chat, hands and reactions. Throws VigilError no-meeting. */
  get speakingUp(): SpeakingUp {
    return this.#running().meeting.speakingUp;
  }

  /** Files that are offered. Throws VigilError no-meeting. */
  get files(): Files {
    return this.#running().meeting.files;
  }

  /** What people here record for themselves. Throws VigilError no-meeting. */
  get recordings(): Recordings {
    return this.#running().meeting.recordings;
  }

  /** What is told of a file from outside a meeting's own turn. */
  readonly guarded = (run: () => void): void => {
    this.#drops.guarded(run);
  };

  /** Who may write and who is heard. Throws VigilError no-meeting. */
  get quiet(): Quiet {
    return this.#running().meeting.quiet;
  }

  /** The next meeting of a series. Throws VigilError no-meeting. */
  get nextOffer(): NextOffer {
    return this.#running().meeting.nextOffer;
  }

  /** Who is in the large place for everyone. Throws VigilError no-meeting. */
  get spotlight(): Spotlight {
    return this.#running().meeting.spotlight;
  }

  /** How this person finds out who somebody is. Throws VigilError no-meeting. */
  get verifying(): Verification {
    return this.#running().meeting.verifying;
  }

  /**
   * Asks these to come along, leaves, and starts a new meeting that lets them in.
   * Throws VigilError no-meeting, and as `continuedElsewhere` does.
   */
  continueElsewhere(peerIds: readonly string[]): void {
    this.#changeTo(continuedElsewhere(this.#running(), peerIds, this.options));
  }

  /** yes to an invitation elsewhere goes there, yes to the wish to end leaves. Throws VigilError no-meeting. */
  answerAsk(kind: Exclude<Ask['kind'], 'next'>, yes: boolean): void {
    const running = this.#running();
    const { moderation } = running.meeting;
    const elsewhere = kind === 'move' && yes ? moderation.offered : null;
    moderation.answered(kind, yes);
    if (elsewhere) this.#changeTo(startElsewhere(running, elsewhere, guestAs(running.choice), this.options));
    else if (kind === 'end' && yes) {
      this.#wayBack.forget();
      this.leave();
    }
  }

  /** Identities, in hex, whom no door of the running meeting asks about. */
  get expected(): ReadonlySet<string> {
    const meeting = this.#runs?.meeting;
    if (meeting?.isInside !== true) return new Set();
    return new Set(meeting.gathered.group.ledger.membership.preAdmitted.keys());
  }

  /** News of releases among those inside; null outside. */
  get releases(): ReleaseExchange | null {
    const meeting = this.#runs?.meeting;
    return meeting?.isInside === true ? meeting.gathered.releases : null;
  }

  /** Throws VigilError no-meeting. */
  setSelf(media: OwnMedia): void {
    this.#running().meeting.setSelf(media);
  }

  /** Throws VigilError no-meeting, no-such-peer. */
  safetyNumber(peerId: string): SafetyNumberView {
    return this.#running().meeting.safetyNumber(peerId);
  }

  /** What is passed by hand in this meeting. Throws VigilError no-meeting. */
  get byHand(): ByHand {
    return this.#running().byHand;
  }

  /** Throws VigilError no-meeting, not-allowed, hand-too-many. */
  inviteByHand(): string {
    return this.byHand.invite(this.#running().meeting.keepsDoor);
  }

  /** Throws VigilError no-meeting. */
  inviteLink(): string {
    return encodeLink(this.#running().meeting.invite);
  }

  get #runs(): RunningMeeting | null {
    return this.#state.state === 'meeting' ? this.#state.running : null;
  }

  /** Throws VigilError no-meeting. */
  #running(): RunningMeeting {
    const running = this.#runs;
    if (!running) throw new VigilError('no-meeting');
    return running;
  }

  /** From one meeting straight into another. */
  #changeTo(start: MeetingStart): void {
    // Between the two there is no end: the window would let go of the devices.
    this.#isChanging = true;
    this.#wayBack.forget();
    try {
      this.#running().stop();
      this.#start(start);
    } finally {
      this.#isChanging = false;
    }
  }

  #start(start: MeetingStart): RunningMeeting {
    const { options } = this;
    const running = new RunningMeeting(start, options, {
      generations: this.#generations,
      drops: this.#drops,
      changed: () => {
        if (this.#isChanging) return;
        this.#wayBack.follow(running.view, running.meeting.invite);
        options.changed();
      },
    });
    this.#set({ state: 'meeting', running });
    running.start();
    if (this.#worker !== null) running.meeting.frames({ type: 'worker-started', worker: this.#worker });
    options.ownMeetings.runs(running.own);
    return running;
  }

  #set(state: State): void {
    if (state.state === 'preview') this.#wayBack.forget();
    this.#state = state;
    this.options.changed();
  }
}
