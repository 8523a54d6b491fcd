/** The app behind the window: vault, relays and meeting together, and what the window may ask of them. */
import { setTimeout as pause } from 'node:timers/promises';
import { app, powerMonitor } from 'electron';
import { toHex } from '../shared/bytes';
import { systemClocks } from './clocks';
import { blake2b, randomBytes } from '../shared/crypto/sodium';
import { VigilError, type ErrorCode } from '../shared/errors';
import { identityFromSeed } from '../shared/identity/identity';
import { pageLink } from '../shared/invite/page-link';
import type {
  AppView,
  ConnectionCommand,
  DroppedFile,
  LockView,
  MeetingView,
  RequestArgument,
  Settings,
} from '../shared/ipc';
import type { FrameCommand } from '../shared/media/frame-messages';
import { Clipboards } from './clipboard/clipboards';
import { Contacts } from './contacts/contacts';
import type { DeepLinks } from './deep-links';
import { firewallAsks } from './firewall';
import { allHandlers } from './ipc/handlers/all-handlers';
import { offerDropped } from './ipc/handlers/files';
import { chooseRecordingPlace } from './ipc/handlers/recording';
import { guardedByLock } from './ipc/lock-guard';
import type { Handlers } from './ipc/server';
import { nodesInVault } from './vault/known-dht-nodes';
import { Locking } from './vault/locking';
import { stunServers } from './meeting/ice/ice-servers';
import { Nat64 } from './meeting/ice/nat64';
import { nat64Agents } from './rendezvous/nostr/nat64-agents';
import { HandshakeWarmUp } from './meeting/handshake-warm-up';
import { MeetingRunner } from './meeting/runner';
import type { Options } from './options';
import type { JournalFolder } from './own-meetings/journal-folder';
import { KeptInvites } from './own-meetings/kept-invites';
import { OwnMeetings } from './own-meetings/own-meetings';
import type { Choice } from './private-mode/choice';
import { privateIce } from './meeting/ice/private-ice';
import { PrivateMode } from './private-mode/private-mode';
import { startAgain } from './private-mode/start-again';
import { archiveIn, OwnBuild } from './releases/own-build';
import { pinnedKeys } from './releases/pinned-keys';
import { Releases } from './releases/releases';
import { Recorder } from './recording/recorder';
import type { AgentFor } from './rendezvous/nostr/relay-socket';
import { Relays } from './rendezvous/nostr/relays';
import type { SigningThread } from './rendezvous/nostr/signing';
import { saveSettings } from './save-settings';
import { bindCertificates } from './volunteers/chromium-certificates';
import { pinnedAgents } from './volunteers/pinned-socket';
import { listedHosts } from './volunteers/listed-hosts';
import { Pins } from './volunteers/pins';
import { Volunteers } from './volunteers/volunteers';
import type { ScreenSharing } from './sharing/screen-sharing';
import type { Attention } from './window/attention';
import { Desktop, type DesktopEvents } from './window/desktop';
import { together } from './together';
import type { Stretch } from './vault/stretch';
import type { Vault } from './vault/vault';
import { Transports } from './rendezvous/transports';

export interface AppEvents extends DesktopEvents {
  lock: (view: LockView) => void;
  app: (view: AppView) => void;
  meeting: (view: MeetingView) => void;
  connectionCommand: (command: ConnectionCommand) => void;
  frameCommand: (command: FrameCommand) => void;
  linkRefused: (code: ErrorCode) => void;
}

const TRANSPORTS_TOLD_MS = 200;
const RELEASES_TOLD_MS = 100;
/** What is being saved gets this long when the window closes. */
const VAULT_WRITTEN_MS = 2000;
/** What was fetched of a package gets this long to be taken away. */
const PARTS_GONE_MS = 3000;

export class App {
  readonly #privateMode: PrivateMode;
  readonly #pins: Pins;
  readonly #volunteers: Volunteers;
  readonly #relays: Relays;
  readonly #transports: Transports;
  readonly #contacts: Contacts;
  readonly #ownMeetings: OwnMeetings;
  readonly #keptInvites: KeptInvites;
  readonly #build: OwnBuild;
  readonly #releases: Releases;
  readonly runner: MeetingRunner;
  readonly #locking: Locking;
  readonly #handshakes = new HandshakeWarmUp();
  readonly #clipboards = new Clipboards(() => !this.#privateMode.isOff);
  readonly #nat64 = new Nat64();
  /** Relays at the certificate that a volunteer text or link names; the others as usual. */
  readonly #directly: AgentFor = pinnedAgents(
    (host) => this.#pins.at(host),
    (host) => this.#nat64.placeOf(host),
    nat64Agents(this.#nat64),
  );
  readonly #recorder: Recorder;
  readonly desktop: Desktop;
  readonly handlers: Handlers;
  readonly #appChanged = (): void => {
    if (!this.vault.isLocked) this.events.app(this.view);
  };
  readonly #onPage = (link: string): string => {
    const { invitePage } = this.vault.settings;
    if (invitePage === '') throw new VigilError('bad-request');
    return pageLink(invitePage, link);
  };
  /** Each piece of a package that comes is one. */
  readonly #releasesChanged = together(RELEASES_TOLD_MS, this.#appChanged);
  /** Every answer of every relay is one, most of all while somebody joins: the window hears of them together. */
  readonly #transportsChanged = together(TRANSPORTS_TOLD_MS, this.#appChanged);

  constructor(
    private readonly vault: Vault,
    options: Options,
    private readonly links: DeepLinks,
    stretch: Stretch,
    private readonly signing: SigningThread,
    journals: JournalFolder,
    choice: Choice,
    attention: Attention,
    private readonly sharing: ScreenSharing,
    private readonly events: AppEvents,
  ) {
    this.#privateMode = new PrivateMode({
      choice,
      folder: app.getPath('userData'),
      wall: systemClocks.wall,
      random: randomBytes,
      // After the answer that is just being given.
      restart: () => setImmediate(startAgain),
      changed: this.#appChanged,
    });
    this.#pins = new Pins({
      own: () => this.#volunteers.places,
      listedHosts: () => (vault.isLocked ? new Set() : listedHosts(vault.settings)),
    });
    this.#volunteers = new Volunteers({
      ...{ vault, wall: systemClocks.wall, steady: systemClocks.steady },
      agents: () => (this.#privateMode.isOff ? this.#directly : null),
      placeOf: (host) => this.#nat64.placeOf(host),
      changed: () => {
        bindCertificates(this.#pins);
        this.#appChanged();
      },
    });
    bindCertificates(this.#pins);
    this.#relays = new Relays(
      () => (this.#privateMode.isOff ? this.#volunteers.withRelays(vault.settings) : vault.settings),
      options.relays,
      this.#transportsChanged,
      () => (this.#privateMode.isOff ? this.#directly : this.#privateMode.relayAgents()),
      signing.sign,
    );
    this.#transports = new Transports({
      settings: () => vault.settings,
      fixed: options.transports,
      relays: this.#relays,
      allows: (transport) => this.#privateMode.allows(transport),
      dhtNodes: options.dhtNodes,
      knownDhtNodes: nodesInVault(vault),
      changed: this.#transportsChanged,
    });
    this.#contacts = new Contacts(vault, this.#appChanged, () => this.runner.expected);
    this.#ownMeetings = new OwnMeetings(vault, journals, this.#appChanged, systemClocks.wall, () =>
      this.#relays.enabled(),
    );
    this.#ownMeetings.watch();
    this.#keptInvites = new KeptInvites(vault, this.#appChanged);
    this.#build = new OwnBuild({
      archive: app.isPackaged ? archiveIn(process.resourcesPath) : null,
      changed: this.#appChanged,
    });
    this.#releases = new Releases({
      ...{ vault, version: app.getVersion(), build: this.#build, wall: systemClocks.wall },
      pinned: pinnedKeys(options.testReleaseKeys, app.isPackaged),
      web: () => ({ agentFor: this.#privateMode.relayAgents() }),
      changed: this.#releasesChanged,
      accepted: () => this.runner.releases?.accepted(),
    });
    this.runner = new MeetingRunner({
      acquaintances: this.#contacts.port,
      identitySeed: () => vault.identitySeed,
      version: app.getVersion(),
      buildHash: () => this.#build.hash,
      releases: this.#releases.port,
      ownMeetings: this.#ownMeetings,
      stun: this.#privateMode.isOff ? stunServers(options.stun) : [],
      settings: () => vault.settings,
      allowedIce: (ice) => (this.#privateMode.isOff ? this.#nat64.reach(ice) : privateIce(ice.iceServers)),
      wayTo: (remote) => (this.#privateMode.isOff ? this.#nat64.follow(remote) : remote),
      noWayBy: (servers) => void this.#privateMode.tryTurn(servers),
      volunteers: this.#volunteers,
      rendezvous: (hints) => {
        this.#pins.follow(hints.volunteer ?? null);
        bindCertificates(this.#pins);
        return this.#transports.rendezvous(hints);
      },
      networkUsed: () => {
        if (this.#privateMode.isOff) void this.#nat64.look();
      },
      relaysForLink: () => this.#relaysForLink(),
      sendConnectionCommand: events.connectionCommand,
      sendFrameCommand: events.frameCommand,
      changed: () => {
        this.#meetingChanged();
      },
    });
    this.#recorder = new Recorder({
      own: () => this.runner.recordings.own,
      stretch,
      steady: systemClocks.steady,
      timer: (milliseconds, run) => {
        const timeout = setTimeout(run, milliseconds);
        return () => {
          clearTimeout(timeout);
        };
      },
      choosePlace: chooseRecordingPlace,
    });
    this.#locking = new Locking(vault, {
      meeting: () => this.runner.view,
      locking: () => {
        this.runner.leave();
        void this.#releases.stop();
      },
      changed: (view) => {
        if (view.state === 'locked') this.desktop.locked();
        this.#contacts.reload();
        this.#releases.reload();
        this.#reloadMeetings();
        this.desktop.applyAppearance();
        events.lock(view);
      },
    });
    this.desktop = new Desktop({
      ...{ vault, attention, events },
      profile: options.profile,
      meeting: () => this.runner.view,
      mayName: () => !this.#locking.isLockedOrDue,
      changed: this.#appChanged,
    });
    this.handlers = guardedByLock(this.#handlers(stretch), () => vault.isLocked);
    this.desktop.applyAppearance();
    this.#reloadMeetings();
    void this.#privateMode.check();
    powerMonitor.on('resume', () => {
      this.runner.networkChanged('surely');
    });
  }

  get view(): AppView {
    return {
      version: app.getVersion(),
      runtime: 'vigil-stand-in' in process.versions ? 'stand-in' : 'electron',
      linkClicks: this.links.clicks,
      firewallAsks: this.#firewallAsks,
      ...this.desktop.view,
      vault: this.vault.view,
      fingerprint: fingerprintOf(identityFromSeed(this.vault.identitySeed).publicKey),
      settings: this.vault.settings,
      transports: this.#transports.statuses,
      relays: this.#relays.statuses.filter(({ url }) => !this.#volunteers.relayUrls.includes(url)),
      privateMode: this.#privateMode.view,
      volunteers: this.#volunteers.views,
      clockIsOff: this.#relays.clockIsOff,
      contacts: this.#contacts.views,
      ownMeetings: this.#ownMeetings.views,
      keptInvites: this.#keptInvites.views,
      releases: this.#releases.view,
    };
  }

  /** Throws VigilError locked, and as `offerDropped` does. */
  async offerDropped(dropped: DroppedFile): Promise<undefined> {
    if (this.vault.isLocked) throw new VigilError('locked');
    await offerDropped(this.runner, dropped);
  }

  /** The window's page is new: nothing is captured, and nothing of a recording comes any more. */
  pageLost(): void {
    this.runner.pageLost();
    void this.#recorder.close();
  }

  /** The window closes: the meeting ends, and nothing of it stays behind. */
  async close(): Promise<void> {
    this.desktop.end();
    const releases = Promise.race([this.#releases.stop(), pause(PARTS_GONE_MS, undefined, { ref: false })]);
    await Promise.all([this.runner.close(), this.#clipboards.passing.clear(), releases]);
    await this.#recorder.lastWrites();
    await this.#recorder.close();
    await Promise.race([this.vault.settled(), pause(VAULT_WRITTEN_MS, undefined, { ref: false })]);
  }

  #handlers(stretch: Stretch): Handlers {
    return allHandlers({
      ...{ vault: this.vault, locking: this.#locking, runner: this.runner, contacts: this.#contacts },
      ...{ ownMeetings: this.#ownMeetings, kept: this.#keptInvites, volunteers: this.#volunteers },
      ...{ privateMode: this.#privateMode, build: this.#build, releases: this.#releases, stretch },
      ...{ recorder: this.#recorder, sharing: this.sharing, clipboards: this.#clipboards },
      ...{ desktop: this.desktop, onPage: this.#onPage, changed: this.#appChanged },
      view: () => this.view,
      isBusy: () => ['inside', 'knocking'].includes(this.runner.view.phase),
      firewallAsks: () => this.#firewallAsks,
      shown: () => {
        this.#deliverLinks();
      },
      identityReplaced: () => {
        this.runner.identityReplaced();
        this.#reloadMeetings();
      },
      saveSettings: (change) => this.#saveSettings(change),
      relaysForLink: () => this.#relaysForLink(),
    });
  }

  /** Relays to name in a new link: a volunteer's stands in it where it is lent, and nowhere else. */
  #relaysForLink(): string[] {
    const listed = new Set(this.vault.settings.relays.map(({ url }) => url));
    const own = new Set(this.#volunteers.relayUrls.filter((url) => !listed.has(url)));
    return this.#relays.enabled().filter((url) => !own.has(url));
  }

  /** The window has its first view: what the system handed over can be shown in it. */
  #deliverLinks(): void {
    this.links.deliverTo({
      isLocked: () => this.vault.isLocked,
      open: (link) => {
        this.runner.openLink(link);
      },
      refused: this.events.linkRefused,
    });
  }

  get #firewallAsks(): boolean {
    return firewallAsks(process.platform, this.vault.settings, !this.#privateMode.isOff);
  }

  async #saveSettings(change: RequestArgument<'settings:save'>): Promise<Settings> {
    await saveSettings(this.vault, change);
    const { settings } = this.vault;
    this.desktop.settingsSaved();
    this.#appChanged();
    return settings;
  }

  #reloadMeetings(): void {
    this.#ownMeetings.reload().then(this.#appChanged, () => undefined);
    void this.#keptInvites.reload();
  }

  #meetingChanged(): void {
    const view = this.runner.view;
    this.desktop.follow(view);
    this.sharing.inside(view.phase === 'inside');
    this.#recorder.follow();
    if (!this.runner.releases) this.#releases.meetingOver();
    this.events.meeting(view);
    // Once the preview is on its way to the screen.
    if (view.phase === 'preview')
      setImmediate(() => {
        this.signing.prepare();
        this.#transports.prepare();
        this.#handshakes.prepare();
      });
    this.#locking.meetingChanged();
  }
}

/** Eight groups of four hex digits. For display: what is compared is the safety number. */
function fingerprintOf(identity: Uint8Array): string {
  return (toHex(blake2b(16, [identity])).match(/.{4}/g) ?? []).join(' ');
}
