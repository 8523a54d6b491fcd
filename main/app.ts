/** The app behind the window: vault, relays and meeting together, and what the window may ask of them. */
import { setTimeout as pause } from 'node:timers/promises';
import { app, nativeTheme, powerMonitor } from 'electron';
import { toHex } from '../shared/bytes';
import { systemClocks } from './clocks';
import { blake2b, randomBytes } from '../shared/crypto/sodium';
import { VigilError, type ErrorCode } from '../shared/errors';
import { identityFromSeed } from '../shared/identity/identity';
import { pageLink } from '../shared/invite/page-link';
import { freshAlertSettings } from '../shared/ipc';
import type {
  AppView,
  ConnectionCommand,
  LockView,
  MeetingView,
  RequestArgument,
  Settings,
} from '../shared/ipc';
import type { FrameCommand } from '../shared/media/frame-messages';
import { DesktopAlerts } from './alerts/desktop-alerts';
import { Clipboards } from './clipboard/clipboards';
import { Contacts } from './contacts/contacts';
import type { DeepLinks } from './deep-links';
import { firewallAsks } from './firewall';
import { connectionHandlers } from './ipc/handlers/connection';
import { contactsHandlers } from './ipc/handlers/contacts';
import { invitesHandlers } from './ipc/handlers/invites';
import { meetingHandlers } from './ipc/handlers/meeting';
import { ownMeetingsHandlers } from './ipc/handlers/own-meetings';
import { speakingUpHandlers } from './ipc/handlers/speaking-up';
import { moderationHandlers } from './ipc/handlers/moderation';
import { vaultHandlers } from './ipc/handlers/vault';
import { verificationHandlers } from './ipc/handlers/verification';
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
import { OwnMeetings } from './own-meetings/own-meetings';
import type { Choice } from './private-mode/choice';
import { privateIce } from './meeting/ice/private-ice';
import { PrivateMode } from './private-mode/private-mode';
import { startAgain } from './private-mode/start-again';
import { Relays } from './rendezvous/nostr/relays';
import type { SigningThread } from './rendezvous/nostr/signing';
import { saveSettings } from './save-settings';
import type { Attention } from './window/attention';
import { DesktopTray } from './window/desktop-tray';
import { LeaveQuestion } from './window/leave-question';
import { ScreenAwake } from './window/screen-awake';
import { setStartAtLogin, startsAtLogin } from './window/start-at-login';
import { together } from './together';
import type { Stretch } from './vault/stretch';
import type { Vault } from './vault/vault';
import { Transports } from './rendezvous/transports';

export interface AppEvents {
  lock: (view: LockView) => void;
  app: (view: AppView) => void;
  meeting: (view: MeetingView) => void;
  connectionCommand: (command: ConnectionCommand) => void;
  frameCommand: (command: FrameCommand) => void;
  tone: () => void;
  microphoneAsked: (on: boolean) => void;
  leaveAsked: () => void;
  linkRefused: (code: ErrorCode) => void;
  zoom: (factor: number) => void;
}

const TRANSPORTS_TOLD_MS = 200;
/** What is being saved gets this long when the window closes. */
const VAULT_WRITTEN_MS = 2000;

export class App {
  readonly #privateMode: PrivateMode;
  readonly #relays: Relays;
  readonly #transports: Transports;
  readonly #contacts: Contacts;
  readonly #ownMeetings: OwnMeetings;
  readonly runner: MeetingRunner;
  readonly #locking: Locking;
  readonly #handshakes = new HandshakeWarmUp();
  readonly #clipboards = new Clipboards(() => !this.#privateMode.isOff);
  readonly #screen = new ScreenAwake();
  readonly #nat64 = new Nat64();
  readonly #desktop: DesktopAlerts;
  readonly #leaveQuestion: LeaveQuestion;
  readonly #tray: DesktopTray;
  #staysInTray = false;
  readonly handlers: Handlers;
  readonly #appChanged = (): void => {
    if (!this.vault.isLocked) this.events.app(this.view);
  };
  readonly #onPage = (link: string): string => {
    const { invitePage } = this.vault.settings;
    if (invitePage === '') throw new VigilError('bad-request');
    return pageLink(invitePage, link);
  };
  /** Every answer of every relay is one, most of all while somebody joins: the window hears of them together. */
  readonly #transportsChanged = together(TRANSPORTS_TOLD_MS, this.#appChanged);

  constructor(
    private readonly vault: Vault,
    private readonly options: Options,
    private readonly links: DeepLinks,
    buildHash: Uint8Array,
    private readonly stretch: Stretch,
    private readonly signing: SigningThread,
    journals: JournalFolder,
    choice: Choice,
    private readonly attention: Attention,
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
    this.#relays = new Relays(
      () => vault.settings,
      options.relays,
      this.#transportsChanged,
      () => (this.#privateMode.isOff ? nat64Agents(this.#nat64) : this.#privateMode.relayAgents()),
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
    this.#ownMeetings = new OwnMeetings(vault, journals, this.#appChanged);
    this.runner = new MeetingRunner({
      acquaintances: this.#contacts.port,
      identitySeed: () => vault.identitySeed,
      version: app.getVersion(),
      buildHash,
      ownMeetings: this.#ownMeetings,
      stun: this.#privateMode.isOff ? stunServers(options.stun) : [],
      settings: () => vault.settings,
      allowedIce: (ice) => (this.#privateMode.isOff ? this.#nat64.reach(ice) : privateIce(ice.iceServers)),
      wayTo: (remote) => (this.#privateMode.isOff ? this.#nat64.follow(remote) : remote),
      noWayBy: (servers) => void this.#privateMode.tryTurn(servers),
      rendezvous: (hints) => this.#transports.rendezvous(hints),
      networkUsed: () => {
        if (this.#privateMode.isOff) void this.#nat64.look();
      },
      relaysForLink: () => this.#relays.enabled(),
      sendConnectionCommand: events.connectionCommand,
      sendFrameCommand: events.frameCommand,
      changed: () => {
        this.#meetingChanged();
      },
    });
    this.#locking = new Locking(vault, {
      meeting: () => this.runner.view,
      locking: () => {
        this.runner.leave();
      },
      changed: (view) => {
        if (view.state === 'locked') this.#desktop.alerts.locked();
        this.#contacts.reload();
        this.#reloadMeetings();
        this.#applyAppearance();
        events.lock(view);
      },
    });
    this.#desktop = new DesktopAlerts({
      attention,
      choices: () => (vault.isLocked ? freshAlertSettings : vault.settings),
      mayName: () => !this.#locking.isLockedOrDue,
      tone: events.tone,
      changed: this.#appChanged,
    });
    this.#leaveQuestion = new LeaveQuestion({
      phase: () => this.runner.view.phase,
      ask: () => {
        attention.show();
        events.leaveAsked();
      },
      close: () => {
        attention.close();
      },
    });
    this.#tray = new DesktopTray({
      stays: () => {
        // Locked, the choice stands: a window that hides must be found again.
        if (!vault.isLocked) this.#staysInTray = vault.settings.stayInTray;
        return this.#staysInTray;
      },
      changed: this.#appChanged,
      show: () => {
        attention.show();
      },
      setMicrophone: events.microphoneAsked,
      leave: () => {
        attention.show();
        events.leaveAsked();
      },
      quit: () => {
        app.quit();
      },
    });
    this.handlers = guardedByLock(this.#allHandlers(), () => vault.isLocked);
    this.#applyAppearance();
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
      notifications: this.#desktop.service,
      tray: this.#tray.service,
      startsAtLogin: startsAtLogin(this.options.profile),
      vault: this.vault.view,
      fingerprint: fingerprintOf(identityFromSeed(this.vault.identitySeed).publicKey),
      settings: this.vault.settings,
      transports: this.#transports.statuses,
      relays: this.#relays.statuses,
      privateMode: this.#privateMode.view,
      clockIsOff: this.#relays.clockIsOff,
      contacts: this.#contacts.views,
      ownMeetings: this.#ownMeetings.views,
    };
  }

  /** The person sees for themselves. */
  windowInFront(): void {
    this.#desktop.alerts.seen();
  }

  /** The window is to be closed. True: it stays, and the person is asked. */
  holdsWindow(): boolean {
    if (!this.#tray.takesWindow) return this.#leaveQuestion.holds();
    this.attention.hide();
    return true;
  }

  /** The window closes: the meeting ends, and nothing of it stays behind. */
  async close(): Promise<void> {
    this.#tray.end();
    await Promise.all([this.runner.close(), this.#clipboards.passing.clear()]);
    await Promise.race([this.vault.settled(), pause(VAULT_WRITTEN_MS, undefined, { ref: false })]);
  }

  #allHandlers(): Handlers {
    const { runner } = this;
    const { passing } = this.#clipboards;
    const changed = this.#appChanged;
    const isBusy = (): boolean => this.#isBusy;
    return {
      'app:get': () => {
        this.#deliverLinks();
        return this.view;
      },
      'app:dismiss-vault-notice': () => {
        this.vault.dismissNotice();
        this.#appChanged();
      },
      'settings:save': (change) => this.#saveSettings(change),
      'alerts:words': (words) => {
        this.#desktop.alerts.speak(words);
        this.#tray.speak(words.tray);
      },
      'login:start': ({ on }) => {
        setStartAtLogin(this.options.profile, on);
        this.#appChanged();
      },
      ...vaultHandlers({
        ...{ vault: this.vault, locking: this.#locking, stretch: this.stretch, isBusy, changed },
        replaced: () => {
          this.#reloadMeetings();
        },
      }),
      ...contactsHandlers(this.#contacts),
      ...connectionHandlers({ app: () => this.view, runner, privateMode: this.#privateMode, isBusy }),
      ...ownMeetingsHandlers({
        meetings: this.#ownMeetings,
        runner,
        contacts: this.#contacts,
        relaysForLink: () => this.#relays.enabled(),
        onPage: this.#onPage,
        clickable: (link) => (this.vault.settings.invitePage === '' ? link : this.#onPage(link)),
        copyLink: (link) => passing.copy(link),
        changed,
      }),
      ...meetingHandlers({
        stays: () => {
          this.#leaveQuestion.stays();
        },
        runner,
        privateMode: this.#privateMode,
        ownMeetings: this.#ownMeetings,
        usualName: () => this.vault.settings.name,
        saveUsualName: (name) => this.#saveSettings({ name }),
        firewallHasAsked: async () => {
          if (this.#firewallAsks) await this.#saveSettings({ firewallExplained: true });
        },
      }),
      ...moderationHandlers(runner),
      ...verificationHandlers(runner, this.#clipboards),
      ...speakingUpHandlers(runner, this.#clipboards, () => !this.#privateMode.isOff),
      ...invitesHandlers(runner, passing, this.#onPage),
    };
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

  get #isBusy(): boolean {
    return ['inside', 'knocking'].includes(this.runner.view.phase);
  }

  async #saveSettings(change: RequestArgument<'settings:save'>): Promise<Settings> {
    await saveSettings(this.vault, change);
    const { settings } = this.vault;
    this.#applyAppearance();
    this.#tray.draw();
    this.#appChanged();
    return settings;
  }

  #reloadMeetings(): void {
    this.#ownMeetings.reload().then(this.#appChanged, () => undefined);
  }

  /** 1: as the system draws it, which it is while the choice is not known. */
  get zoom(): number {
    return this.vault.isLocked ? 1 : this.vault.settings.textSize / 100;
  }

  /** While the vault is locked, all stays as it was. */
  #applyAppearance(): void {
    if (this.vault.isLocked) return;
    nativeTheme.themeSource = this.vault.settings.theme;
    this.events.zoom(this.zoom);
  }

  #meetingChanged(): void {
    const view = this.runner.view;
    this.#screen.keep(view.phase === 'inside');
    this.#desktop.alerts.follow(view);
    this.#tray.follow(view, this.#desktop.alerts.waiting);
    this.#leaveQuestion.follow();
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
