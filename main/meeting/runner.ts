/** Runs at most one meeting: from preview to end, with real clocks, relays and links. */
import { randomBytes, utf8 } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { generateIdentitySeed, identityFromSeed, type IdentitySeed } from '../../shared/identity/identity';
import { cleanName, MAX_NAME_BYTES } from '../../shared/identity/name';
import type { Hints } from '../../shared/invite/hints';
import { DEFAULT_LIFETIME_SECONDS, encodeLink, type Invite } from '../../shared/invite/link';
import {
  MAX_TITLE_BYTES,
  type LinkCommand,
  type Ask,
  type LinkReport,
  type MeetingView,
  type SafetyNumberView,
  type Settings,
} from '../../shared/ipc';
import type { FrameCommand, FrameReport } from '../../shared/media/frame-messages';
import { Generations } from '../../shared/media/sender-keys';
import { Meeting, type Role } from '../../shared/meeting/meeting';
import type { AcquaintancesPort, Ports } from '../../shared/meeting/ports';
import type { Steering } from '../../shared/meeting/steering';
import type { Verifying } from '../../shared/meeting/verifying';
import { createSelf } from '../../shared/meeting/self';
import type { PasteTransport } from '../rendezvous/paste';
import type { Rendezvous } from '../rendezvous/rendezvous';
import type { OwnMeetings, OwnRole } from '../own-meetings/own-meetings';
import type { TurnLogin } from '../../shared/wire/turn-url';
import { ByHand } from './by-hand';
import { ownTurn, type IceServers } from './ice-servers';
import { createInvitation } from './invitation';
import { linkCommands, type LinkCommands } from './link-commands';
import { linkPolicy, type LinkPolicy, type LinkWay } from './link-policy';
import { readLink, type ReadLink } from './read-link';

export interface RunnerOptions {
  identitySeed: () => IdentitySeed;
  version: string;
  /** 8 bytes. */
  buildHash: Uint8Array;
  stun: IceServers;
  /** What is left of a link's way by what this run of the app allows. */
  linkWay: (way: LinkWay) => LinkWay;
  /** As they are when a meeting is entered; what is changed later counts from the next one. */
  settings: () => Pick<Settings, 'turn' | 'hideAddress' | 'directAfterVerified'>;
  /** Transports for one meeting, with what its link says of them. */
  rendezvous: (hints: Hints) => { rendezvous: Rendezvous; paste: PasteTransport };
  /** What is kept of meetings that this person makes. */
  ownMeetings: Pick<OwnMeetings, 'begin' | 'runs' | 'follow'>;
  /** Relays to name in a new link. */
  relaysForLink: () => string[];
  sendLinkCommand: (command: LinkCommand) => void;
  sendFrameCommand: (command: FrameCommand) => void;
  /** The address book. */
  acquaintances: AcquaintancesPort;
  changed: () => void;
}

export interface EnterChoice {
  name: string;
  title?: string | undefined;
  /** Of a new meeting: anyone with the link comes in. */
  open?: boolean | undefined;
  /** Of a new meeting: the link lends the own go-betweens to whoever comes by it. */
  lendTurn?: boolean | undefined;
  /** Under an identity that nobody has seen, and that is gone afterwards. */
  throwaway?: boolean | undefined;
  microphone: boolean;
  camera: boolean;
}

type Running = Extract<State, { state: 'meeting' }>;
type HostRole = Extract<Role, { role: 'host' }>;
type NewInvitation = Pick<EnterChoice, 'open' | 'lendTurn' | 'throwaway'>;

/** Whoever goes on elsewhere stays the same person there, throwaway or not. */
interface Entry extends EnterChoice {
  identitySeed: IdentitySeed;
}

type State =
  | { state: 'none' }
  | { state: 'preview'; of: Previewed }
  | {
      state: 'meeting';
      meeting: Meeting;
      /** The record of a meeting that this person made. */
      own: string | null;
      rendezvous: Rendezvous;
      byHand: ByHand;
      links: Set<string>;
      commands: LinkCommands;
      choice: Entry;
    };

type Previewed =
  | { role: 'host'; expiresAt: number }
  /** A meeting of one's own, made before. */
  | { role: 'again'; invite: Invite; as: OwnRole }
  | ({ role: 'guest' } & ReadLink);

const CLOSE_LIMIT_MS = 1000;

const now = (): number => Date.now();

export class MeetingRunner {
  #state: State = { state: 'none' };
  #allClosed: (() => void) | null = null;
  #isChanging = false;
  /** Generations of media keys are never used twice, whatever meetings and workers come and go. */
  readonly #generations = new Generations();
  /** The frame worker that runs in the window, if one does. */
  #worker: number | null = null;
  readonly #drops = new Map<string, number>();

  constructor(private readonly options: RunnerOptions) {}

  get view(): MeetingView {
    const state = this.#state;
    switch (state.state) {
      case 'none':
        return { phase: 'none' };
      case 'preview':
        return previewOf(state.of);
      case 'meeting':
        return state.byHand.shownIn(state.meeting.view);
    }
  }

  /** What is looked at before entering, if anything: another object for each preview. */
  get previewed(): object | null {
    return this.#state.state === 'preview' ? this.#state.of : null;
  }

  /** Go-betweens that the link in the preview lends. */
  get lentTurn(): readonly TurnLogin[] {
    const state = this.#state;
    return state.state === 'preview' && state.of.role !== 'host' ? state.of.invite.hints.turn : [];
  }

  /** By what a stranger is reached in a meeting whose link lends these. Throws VigilError turn-needed. */
  serversFor(lent: readonly TurnLogin[]): IceServers {
    return linkPolicy(this.options.settings(), { stun: [], lent })(null).iceServers;
  }

  /** How often something from the network was dropped, by reason. */
  get drops(): ReadonlyMap<string, number> {
    return this.#drops;
  }

  newMeeting(): void {
    this.#refuseWhileBusy();
    this.#set({ state: 'preview', of: { role: 'host', expiresAt: now() + DEFAULT_LIFETIME_SECONDS * 1000 } });
  }

  /** A meeting that this person made before. Throws VigilError already-in-meeting. */
  openOwn(invite: Invite, as: OwnRole): void {
    this.#refuseWhileBusy();
    this.#set({ state: 'preview', of: { role: 'again', invite, as } });
  }

  openLink(text: string): void {
    this.#refuseWhileBusy();
    this.#set({ state: 'preview', of: { role: 'guest', ...readLink(text, now() / 1000) } });
  }

  enter(choice: EnterChoice): void {
    const state = this.#state;
    if (state.state !== 'preview') throw new VigilError('no-meeting');
    const name = checkedText(choice.name, MAX_NAME_BYTES, 'name-too-long');
    if (name === '') throw new VigilError('name-empty');
    const throwaway = choice.throwaway === true && state.of.role !== 'again';
    const identitySeed = throwaway ? generateIdentitySeed(randomBytes) : this.options.identitySeed();
    if (state.of.role === 'guest') {
      const policy = this.#policy(state.of.invite);
      const { byHand } = this.#start(state.of.invite, { role: 'guest' }, policy, {
        ...choice,
        name,
        identitySeed,
      });
      if (state.of.handInvitation) byHand.answer(state.of.handInvitation);
      return;
    }
    if (state.of.role === 'again') {
      const policy = this.#policy(state.of.invite);
      this.#start(state.of.invite, state.of.as, policy, { ...choice, throwaway, name, identitySeed });
      return;
    }
    const title = checkedText(choice.title ?? '', MAX_TITLE_BYTES, 'title-too-long');
    const { invite, role } = this.#newInvitation(title, { ...choice, throwaway });
    this.#start(invite, role, this.#policy(invite), { ...choice, name, identitySeed });
  }

  /** From wherever one is back to nothing; a running meeting says goodbye first. */
  leave(): void {
    const state = this.#state;
    if (state.state !== 'meeting') {
      this.#set({ state: 'none' });
      return;
    }
    this.#stop(state);
    this.#set({ state: 'none' });
  }

  /** Leaves, and waits until links and relays have said goodbye, at most a second. */
  async close(): Promise<void> {
    const state = this.#state;
    if (state.state !== 'meeting') return;
    const closed = new Promise<void>((resolve) => {
      this.#allClosed = resolve;
      setTimeout(resolve, CLOSE_LIMIT_MS);
      if (state.links.size === 0) resolve();
    });
    state.meeting.leave();
    await Promise.all([closed, state.rendezvous.stop()]);
    this.leave();
  }

  /** The window's page is new: every link that it had is gone, and nothing is captured. */
  pageLost(): void {
    if (this.#worker !== null) this.frameReport({ type: 'worker-lost', worker: this.#worker });
    const state = this.#state;
    if (state.state !== 'meeting') return;
    for (const linkId of [...state.links]) this.linkReport({ type: 'closed', linkId, reason: 'failed' });
    state.meeting.setSelf({ microphone: false, camera: false });
  }

  linkReport(report: LinkReport): void {
    const state = this.#state;
    if (report.type === 'closed' && state.state === 'meeting') {
      state.links.delete(report.linkId);
      state.commands.closed(report.linkId);
      if (state.links.size === 0) this.#allClosed?.();
    }
    if (state.state !== 'meeting') return;
    this.#guarded(() => {
      if (state.byHand.owns(report.linkId)) state.byHand.link(report.linkId, report);
      else state.meeting.link(report.linkId, report);
    });
  }

  /**
   * maybe: the browser says so, and often for little: links that work are left alone. surely: the computer slept,
   * and whatever seems to work may be long gone.
   */
  networkChanged(certainty: 'maybe' | 'surely'): void {
    const state = this.#state;
    if (state.state !== 'meeting') return;
    const { view } = state.meeting;
    const works = view.phase === 'inside' && view.peers.every(({ link }) => link === 'open');
    if (certainty === 'surely' || !works) state.rendezvous.refresh();
    this.#guarded(() => {
      state.meeting.networkChanged(certainty === 'surely');
    });
  }

  frameReport(report: FrameReport): void {
    if (report.type === 'worker-started') this.#worker = report.worker;
    if (report.type === 'worker-lost' && this.#worker === report.worker) this.#worker = null;
    const state = this.#state;
    if (state.state !== 'meeting') return;
    this.#guarded(() => {
      state.meeting.frames(report);
    });
  }

  admit(knockId: string): void {
    this.#meeting().admit(knockId);
  }

  deny(knockId: string): void {
    this.#meeting().deny(knockId);
  }

  /** What this person decides about the meeting. Throws VigilError no-meeting. */
  get steering(): Steering {
    return this.#meeting().steering;
  }

  /** How this person finds out who somebody is. Throws VigilError no-meeting. */
  get verifying(): Verifying {
    return this.#meeting().verifying;
  }

  /** Asks these to come along, leaves, and starts a new meeting that lets them in. */
  continueElsewhere(peerIds: readonly string[]): void {
    const state = this.#state;
    if (state.state !== 'meeting') throw new VigilError('no-meeting');
    const title = cleanName(state.meeting.invite.hints.title);
    const { lendTurn, throwaway } = state.choice;
    const { invite, role } = this.#newInvitation(title, { lendTurn, throwaway });
    // What stands in the way is said before anybody is asked.
    this.#policy(invite);
    const expected = state.meeting.steering.askToMove(peerIds, invite);
    this.#changeTo(invite, { ...role, expected }, state.choice);
  }

  /** yes to an invitation elsewhere goes there, yes to the wish to end leaves. */
  answerAsk(kind: Ask['kind'], yes: boolean): void {
    const state = this.#state;
    if (state.state !== 'meeting') throw new VigilError('no-meeting');
    const { steering } = state.meeting;
    const elsewhere = kind === 'move' && yes ? steering.offered : null;
    steering.answered(kind, yes);
    if (elsewhere) this.#changeTo(elsewhere, { role: 'guest' }, state.choice);
    else if (kind === 'end' && yes) this.leave();
  }

  /** Identities, in hex, whom no door of the running meeting asks about. */
  get expected(): ReadonlySet<string> {
    const state = this.#state;
    if (state.state !== 'meeting' || !state.meeting.isInside) return new Set();
    return new Set(state.meeting.gathered.assembly.ledger.membership.preAdmitted.keys());
  }

  setSelf(devices: { microphone: boolean; camera: boolean }): void {
    this.#meeting().setSelf(devices);
  }

  safetyNumber(peerId: string): SafetyNumberView {
    return this.#meeting().safetyNumber(peerId);
  }

  /** What is passed by hand in this meeting. Throws VigilError no-meeting. */
  get byHand(): ByHand {
    if (this.#state.state !== 'meeting') throw new VigilError('no-meeting');
    return this.#state.byHand;
  }

  /** Throws VigilError no-meeting, not-allowed, hand-too-many. */
  inviteByHand(): string {
    return this.byHand.invite(this.#meeting().keepsDoor);
  }

  inviteLink(): string {
    return encodeLink(this.#meeting().invite);
  }

  /** No byte from the network may end the app, whatever the code above it overlooks. */
  #guarded(run: () => void): void {
    try {
      run();
    } catch {
      this.#count('unexpected');
    }
  }

  #count(reason: string): void {
    this.#drops.set(reason, (this.#drops.get(reason) ?? 0) + 1);
  }

  #meeting(): Meeting {
    if (this.#state.state !== 'meeting') throw new VigilError('no-meeting');
    return this.#state.meeting;
  }

  #stop({ meeting, rendezvous, byHand }: Extract<State, { state: 'meeting' }>): void {
    meeting.leave();
    this.options.ownMeetings.runs(null);
    byHand.follow('ended');
    void rendezvous.stop();
  }

  /** From one meeting straight into another, with the devices as they are. */
  #changeTo(invite: Invite, role: Role, choice: Entry): void {
    if (this.#state.state !== 'meeting') throw new VigilError('no-meeting');
    const { view } = this.#state.meeting;
    const policy = this.#policy(invite);
    const devices = view.phase === 'inside' ? view.self : choice;
    // Between the two there is no end: the window would let go of the devices.
    this.#isChanging = true;
    try {
      this.#stop(this.#state);
      this.#start(invite, role, policy, {
        ...choice,
        microphone: devices.microphone,
        camera: devices.camera,
      });
    } finally {
      this.#isChanging = false;
    }
  }

  #newInvitation(title: string, choice: NewInvitation): { invite: Invite; role: HostRole } {
    const relays = this.options.relaysForLink();
    const turn = choice.lendTurn === true ? ownTurn(this.options.settings()) : [];
    const made = createInvitation({ title, relays, turn, open: choice.open === true }, now() / 1000);
    const { invite, hostKeySeed } = made;
    // It is not written down who made it, nor that it was made here.
    if (choice.throwaway === true) return { invite, role: { role: 'host', hostKeySeed } };
    return { invite, role: this.options.ownMeetings.begin(invite, hostKeySeed) };
  }

  #refuseWhileBusy(): void {
    if (this.#state.state !== 'meeting') return;
    if (this.#state.meeting.view.phase !== 'ended') throw new VigilError('already-in-meeting');
    this.leave();
  }

  /** Throws VigilError turn-needed, before anything is sent. */
  #policy({ hints }: Invite): LinkPolicy {
    const { stun, settings } = this.options;
    const policy = linkPolicy(settings(), { stun, lent: hints.turn });
    return (trust) => this.options.linkWay(policy(trust));
  }

  #start(invite: Invite, role: Role | OwnRole, policy: LinkPolicy, choice: Entry): Running {
    const { options } = this;
    const own = 'own' in role ? role.own : null;
    const { rendezvous, paste } = options.rendezvous(invite.hints);
    const self = createSelf(
      {
        ...choice,
        identity: identityFromSeed(choice.identitySeed),
        version: options.version,
        perMeetingSeed: 'own' in role ? role.perMeetingSeed : undefined,
        buildHash: options.buildHash,
      },
      randomBytes,
    );
    const links = new Set<string>();
    const commands = linkCommands({
      send: (command) => {
        if (command.type === 'open') links.add(command.linkId);
        options.sendLinkCommand(command);
      },
      wayTo: (peerId) => policy(meeting.trustOf(peerId)),
      renew: (peerId) => {
        meeting.renewLink(peerId);
      },
    });
    const timer: Ports['timer'] = (milliseconds, run) => {
      const timeout = setTimeout(() => {
        this.#guarded(run);
      }, milliseconds);
      return () => {
        clearTimeout(timeout);
      };
    };
    const changed = (): void => {
      if (!this.#isChanging) options.changed();
    };
    const byHand = new ByHand({
      ...{ now, random: randomBytes, timer, links: commands.port, paste, changed },
      invite: () => meeting.invite,
    });
    // While it is built it signs already, and there is nothing to look at yet.
    let isBuilt = false;
    const meeting: Meeting = new Meeting(
      invite,
      role,
      self,
      {
        now,
        random: randomBytes,
        timer,
        joinRoom: (room, peerId, onMessage) =>
          rendezvous.join(room, peerId, (message) => {
            this.#guarded(() => {
              onMessage(message);
            });
          }),
        links: commands.port,
        frames: { run: options.sendFrameCommand, generations: this.#generations },
        // Whom somebody meets who wants to stay unknown is not written down either.
        acquaintances:
          choice.throwaway === true
            ? { ...options.acquaintances, met: () => undefined }
            : options.acquaintances,
        drop: (reason) => {
          this.#count(reason);
        },
      },
      () => {
        if (!isBuilt) return;
        if (own !== null && meeting.isInside) options.ownMeetings.follow(own, meeting.gathered.door.links);
        commands.follow();
        if (this.#state.state === 'meeting' && this.#state.meeting === meeting)
          byHand.follow(meeting.view.phase);
        changed();
      },
    );
    isBuilt = true;
    if (this.#worker !== null) meeting.frames({ type: 'worker-started', worker: this.#worker });
    const state = { state: 'meeting', meeting, own, rendezvous, byHand, links, commands, choice } as const;
    this.#set(state);
    options.ownMeetings.runs(own);
    return state;
  }

  #set(state: State): void {
    this.#state = state;
    this.options.changed();
  }
}

function previewOf(of: Previewed): MeetingView {
  if (of.role === 'host')
    return {
      phase: 'preview',
      role: 'host',
      title: '',
      expiresAt: of.expiresAt,
      again: false,
      byHand: false,
    };
  const { invite } = of;
  const again = of.role === 'again';
  const title = cleanName(invite.hints.title);
  const byHand = of.role === 'guest' && of.handInvitation !== null;
  const role = again ? 'host' : 'guest';
  return { phase: 'preview', role, title, expiresAt: invite.expiry * 1000, again, byHand };
}

function checkedText(text: string, limit: number, tooLong: 'name-too-long' | 'title-too-long'): string {
  const cleaned = cleanName(text);
  if (utf8(cleaned).length > limit) throw new VigilError(tooLong);
  return cleaned;
}
