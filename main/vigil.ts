/** The app behind the window: vault, relays and meeting together, and what the window may ask of them. */
import { app, clipboard, nativeTheme, powerMonitor, powerSaveBlocker } from 'electron';
import { toHex } from '../shared/bytes';
import { blake2b, fromUtf8, randomBytes, utf8 } from '../shared/crypto/sodium';
import { VigilError, type ErrorCode } from '../shared/errors';
import { cleanName, MAX_NAME_BYTES, nameBytes } from '../shared/identity/name';
import { identityFromSeed } from '../shared/identity/identity';
import type { AppView, LinkCommand, LockView, MeetingView, RequestArgument, Settings } from '../shared/ipc';
import type { FrameCommand } from '../shared/media/frame-messages';
import type { TurnLogin } from '../shared/wire/turn-url';
import { privateIce } from './private-mode/ice';
import { PassingClipboard } from './clipboard';
import { NumberClipboard } from './number-clipboard';
import { composeReport } from './connection-report';
import { Contacts } from './contacts';
import { MAX_CONTACTS_FILE } from './contacts-file';
import { checkedDhtNodes } from './dht-nodes';
import type { Handlers } from './ipc';
import { nodesInVault } from './known-dht-nodes';
import { Locking } from './locking';
import { checkedTurn, stunServers } from './meeting/ice-servers';
import { MeetingRunner } from './meeting/runner';
import type { Options } from './options';
import { checkedRelays, Relays } from './relays';
import { prepareSigning } from './rendezvous/signing';
import type { Choice } from './private-mode/choice';
import { copyConcealed } from './private-mode/concealed-clipboard';
import { PrivateMode } from './private-mode/private-mode';
import { startAgain } from './private-mode/start-again';
import type { Stretch } from './vault/stretch';
import type { Vault } from './vault/vault';
import { openUserFile, saveUserFile } from './user-files';
import { ownMeetingsHandlers } from './own-meetings/handlers';
import type { JournalFolder } from './own-meetings/journal-folder';
import { OwnMeetings } from './own-meetings/own-meetings';
import { vaultHandlers } from './vault-handlers';
import { Ways } from './ways';

export interface VigilEvents {
  lock: (view: LockView) => void;
  app: (view: AppView) => void;
  meeting: (view: MeetingView) => void;
  linkCommand: (command: LinkCommand) => void;
  frameCommand: (command: FrameCommand) => void;
  linkRefused: (code: ErrorCode) => void;
}

const WAYS_TOLD_MS = 200;

export class Vigil {
  readonly #privateMode: PrivateMode;
  readonly #relays: Relays;
  readonly #ways: Ways;
  readonly #contacts: Contacts;
  readonly #ownMeetings: OwnMeetings;
  readonly runner: MeetingRunner;
  readonly #locking: Locking;
  readonly #numberClipboard = new NumberClipboard({
    readText: () => clipboard.readText(),
    writeText: (text) => this.#copy(text),
    clear: () => {
      clipboard.clear();
    },
  });
  readonly #clipboard = new PassingClipboard({
    clipboard: {
      readText: () => clipboard.readText(),
      writeText: (text) => this.#copy(text),
      clear: () => {
        clipboard.clear();
      },
    },
    timer: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  #tellsWays = false;
  /** As it was shown last: what was read is what is saved. */
  #report: string | null = null;
  readonly handlers: Handlers;
  #awake: number | null = null;
  /** A link that came before the window could listen, or while the vault was locked. */
  #earlyLink: string | null;
  #windowListens = false;

  constructor(
    private readonly vault: Vault,
    options: Options,
    buildHash: Uint8Array,
    private readonly stretch: Stretch,
    journals: JournalFolder,
    choice: Choice,
    private readonly events: VigilEvents,
  ) {
    this.#earlyLink = options.link;
    const appChanged = (): void => {
      this.#appChanged();
    };
    this.#privateMode = new PrivateMode({
      choice,
      folder: app.getPath('userData'),
      now: Date.now,
      random: randomBytes,
      // After the answer that is just being given.
      restart: () => setImmediate(startAgain),
      changed: appChanged,
    });
    this.#relays = new Relays(
      () => vault.settings,
      options.relays,
      () => {
        this.#waysChanged();
      },
      () => this.#privateMode.relayAgents(),
    );
    this.#ways = new Ways({
      settings: () => vault.settings,
      fixed: options.ways,
      relays: this.#relays,
      allows: (way) => this.#privateMode.allows(way),
      dhtNodes: options.dhtNodes,
      knownDhtNodes: nodesInVault(vault),
      changed: () => {
        this.#waysChanged();
      },
    });
    this.#contacts = new Contacts(
      vault,
      () => {
        this.#appChanged();
      },
      () => this.runner.expected,
    );
    this.#ownMeetings = new OwnMeetings(vault, journals, () => {
      this.#appChanged();
    });
    this.runner = new MeetingRunner({
      acquaintances: this.#contacts.port,
      identitySeed: () => vault.identitySeed,
      version: app.getVersion(),
      buildHash,
      ownMeetings: this.#ownMeetings,
      stun: this.#privateMode.isOff ? stunServers(options.stun) : [],
      settings: () => vault.settings,
      linkWay: (way) => (this.#privateMode.isOff ? way : privateIce(way.iceServers)),
      rendezvous: (hints) => this.#ways.rendezvous(hints),
      relaysForLink: () => this.#relays.enabled(),
      sendLinkCommand: events.linkCommand,
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
        this.#contacts.reload();
        this.#reloadMeetings();
        this.#applyTheme();
        events.lock(view);
      },
    });
    this.handlers = this.#locking.guard(this.#allHandlers());
    this.#applyTheme();
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
      vault: this.vault.view,
      fingerprint: fingerprintOf(identityFromSeed(this.vault.identitySeed).publicKey),
      settings: this.vault.settings,
      ways: this.#ways.statuses,
      relays: this.#relays.statuses,
      privateMode: this.#privateMode.view,
      clockIsOff: this.#relays.clockIsOff,
      contacts: this.#contacts.views,
      ownMeetings: this.#ownMeetings.views,
    };
  }

  /** The window closes: the meeting ends, and nothing of it stays behind. */
  async close(): Promise<void> {
    await Promise.all([this.runner.close(), this.#clipboard.clear()]);
  }

  /** A link from the system: leads to its preview, or to a clear word why not. */
  openLink(link: string): void {
    if (!this.#windowListens || this.vault.isLocked) {
      this.#earlyLink = link;
      return;
    }
    try {
      this.runner.openLink(link);
    } catch (error) {
      this.events.linkRefused(error instanceof VigilError ? error.code : 'internal');
    }
  }

  #allHandlers(): Handlers {
    return {
      'app:get': () => {
        this.#windowReady();
        return this.view;
      },
      'app:dismiss-vault-notice': () => {
        this.vault.dismissNotice();
        this.#appChanged();
      },
      ...vaultHandlers({
        vault: this.vault,
        locking: this.#locking,
        stretch: this.stretch,
        isBusy: () => this.#isBusy,
        changed: () => {
          this.#appChanged();
        },
        replaced: () => {
          this.#reloadMeetings();
        },
      }),
      ...ownMeetingsHandlers({
        meetings: this.#ownMeetings,
        runner: this.runner,
        contacts: this.#contacts,
        copyLink: (link) => this.#clipboard.copy(link),
        changed: () => {
          this.#appChanged();
        },
      }),
      'settings:save': (change) => this.#saveSettings(change),
      'report:compose': ({ paths }) => {
        const { view: app, runner } = this;
        const system = { platform: process.platform, arch: process.arch };
        const facts = { app, meeting: runner.view, drops: runner.drops, paths, system, now: Date.now() };
        this.#report = composeReport(facts);
        return { text: this.#report };
      },
      'report:save': async () => {
        if (this.#report === null) throw new VigilError('bad-request');
        return { saved: await saveUserFile('vigil-connection.txt', utf8(this.#report)) };
      },
      'private-mode:set': async ({ on, proxy }) => {
        if (this.#isBusy) throw new VigilError('already-in-meeting');
        await this.#privateMode.set(on, proxy);
      },
      'private-mode:check': async () => ({ answers: await this.#privateMode.check() }),
      'meeting:get': () => this.runner.view,
      'meeting:new': () => {
        this.runner.newMeeting();
      },
      'meeting:open-link': ({ text }) => {
        this.runner.openLink(text);
      },
      'meeting:enter': async (choice) => {
        const { previewed } = this.runner;
        await this.#demand(this.runner.lentTurn);
        // Meanwhile the person may have entered already, or thought better of it.
        if (this.runner.previewed !== previewed) return;
        this.runner.enter(choice);
        const name = cleanName(choice.name);
        // The meeting has begun; that the name could not be kept for the next one must not end it.
        // A throwaway name is not the usual one, and is kept nowhere.
        if (choice.throwaway === true) return;
        if (name !== this.vault.settings.name) await this.#saveSettings({ name }).catch(() => undefined);
      },
      'meeting:leave': () => {
        this.runner.leave();
      },
      'meeting:admit': ({ knockId }) => {
        this.runner.admit(knockId);
      },
      'meeting:deny': ({ knockId }) => {
        this.runner.deny(knockId);
      },
      'meeting:remove': ({ peerId }) => {
        this.runner.steering.remove(peerId);
      },
      'meeting:set-lobby': ({ on }) => {
        this.runner.steering.setLobby(on);
      },
      'meeting:set-lock': ({ on }) => {
        this.runner.steering.setLock(on);
      },
      'meeting:set-co-host': ({ peerId, on }) => {
        this.runner.steering.setCoHost(peerId, on);
      },
      'meeting:replace-link': () => {
        this.runner.steering.replaceLink();
      },
      'meeting:end-for-all': async () => {
        this.runner.steering.askToEnd();
        this.runner.leave();
        await this.#ownMeetings.forgetLast();
      },
      'meeting:continue': async ({ peerIds }) => {
        await this.#demand([]);
        this.runner.continueElsewhere(peerIds);
      },
      'meeting:answer-ask': async ({ kind, yes }) => {
        if (kind === 'move' && yes) await this.#demand(this.runner.steering.offered.hints.turn);
        this.runner.answerAsk(kind, yes);
      },
      'meeting:compared-number': ({ peerId, same }) => {
        this.runner.verifying.comparedNumber(peerId, same);
      },
      'meeting:own-code': ({ peerId }) => ({ text: this.runner.verifying.ownCode(peerId) }),
      'meeting:scanned-code': ({ peerId, text }) => this.runner.verifying.scannedCode(peerId, text),
      'meeting:emoji': ({ peerId, act }) => {
        this.runner.verifying.emoji(peerId, act);
      },
      'meeting:compared-group': ({ code }) => {
        this.runner.verifying.comparedGroup(code);
      },
      'meeting:decide-key': ({ peerId, as }) => {
        this.runner.verifying.decideKey(peerId, as);
      },
      'contacts:rename': async ({ id, name }) => {
        await this.#contacts.rename(id, name);
      },
      'contacts:forget': async ({ id }) => {
        await this.#contacts.forget(id);
      },
      'contacts:export': async () => ({
        saved: await saveUserFile('vigil-contacts.vigil', this.#contacts.export()),
      }),
      'contacts:import': async () => {
        const file = await openUserFile(MAX_CONTACTS_FILE);
        return { added: file && (await this.#contacts.import(file)) };
      },
      'meeting:set-self': (devices) => {
        this.runner.setSelf(devices);
      },
      'meeting:safety-number': ({ peerId }) => this.runner.safetyNumber(peerId),
      'meeting:copy-safety-number': async ({ peerId }) => {
        await this.#numberClipboard.copy(this.runner.safetyNumber(peerId).groups);
      },
      'meeting:compare-copied-number': async ({ peerId }) => ({
        verdict: await this.#numberClipboard.compare(this.runner.safetyNumber(peerId).groups),
      }),
      'meeting:copy-group-code': async () => {
        const { view } = this.runner;
        if (view.phase !== 'inside' || view.groupCode === null) throw new VigilError('no-meeting');
        await this.#copy(view.groupCode.join(' '));
      },
      'meeting:copy-invite': async () => {
        await this.#clipboard.copy(this.runner.inviteLink());
      },
      'meeting:hand-invite': () => ({ id: this.runner.inviteByHand() }),
      'meeting:hand-answered': ({ text }) => ({ id: this.runner.byHand.answered(text) }),
      'meeting:hand-end': ({ id }) => {
        this.runner.byHand.endInvitation(id);
      },
      'meeting:hand-copy': async ({ id }) => {
        await this.#clipboard.copy(this.runner.byHand.textOf(id));
      },
      'meeting:reveal-invite': () => ({ link: this.runner.inviteLink() }),
    };
  }

  get #isBusy(): boolean {
    return ['inside', 'knocking'].includes(this.runner.view.phase);
  }

  /** In private mode, before anything is sent. @param lent go-betweens of the link that is about to be followed. */
  async #demand(lent: readonly TurnLogin[]): Promise<void> {
    if (!this.#privateMode.isOff) await this.#privateMode.demand(this.runner.serversFor(lent));
  }

  #copy(text: string): Promise<void> {
    return this.#privateMode.isOff ? clipboard.writeText(text) : copyConcealed(text);
  }

  async #saveSettings(change: RequestArgument<'settings:save'>): Promise<Settings> {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const checked = Object.fromEntries(given) as Partial<Settings>;
    if (checked.name !== undefined) {
      if (utf8(cleanName(checked.name)).length > MAX_NAME_BYTES) throw new VigilError('name-too-long');
      checked.name = fromUtf8(nameBytes(checked.name));
    }
    if (checked.relays) checked.relays = checkedRelays(checked.relays);
    if (checked.dhtNodes) checked.dhtNodes = checkedDhtNodes(checked.dhtNodes);
    if (checked.turn) checked.turn = checkedTurn(checked.turn);
    await this.vault.saveSettings(checked);
    const { settings } = this.vault;
    this.#applyTheme();
    this.#appChanged();
    return settings;
  }

  #reloadMeetings(): void {
    this.#ownMeetings.reload().then(
      () => {
        this.#appChanged();
      },
      () => undefined,
    );
  }

  #windowReady(): void {
    this.#windowListens = true;
    const link = this.#earlyLink;
    this.#earlyLink = null;
    // After the answer that is just being given.
    if (link !== null) setImmediate(() => this.openLink(link));
  }

  /** Every answer of every relay is one, most of all while somebody joins: the window hears of them together. */
  #waysChanged(): void {
    if (this.#tellsWays) return;
    this.#tellsWays = true;
    setTimeout(() => {
      this.#tellsWays = false;
      this.#appChanged();
    }, WAYS_TOLD_MS);
  }

  #appChanged(): void {
    if (!this.vault.isLocked) this.events.app(this.view);
  }

  /** Locked, it stays as it was. */
  #applyTheme(): void {
    if (!this.vault.isLocked) nativeTheme.themeSource = this.vault.settings.theme;
  }

  #meetingChanged(): void {
    const view = this.runner.view;
    this.#keepAwake(view.phase === 'inside');
    this.events.meeting(view);
    // Once the preview is on its way to the screen.
    if (view.phase === 'preview') setImmediate(prepareSigning);
    this.#locking.meetingChanged();
  }

  /** The screen must not go dark in the middle of a meeting. */
  #keepAwake(awake: boolean): void {
    if (awake && this.#awake === null) this.#awake = powerSaveBlocker.start('prevent-display-sleep');
    if (!awake && this.#awake !== null) {
      powerSaveBlocker.stop(this.#awake);
      this.#awake = null;
    }
  }
}

/** Eight groups of four hex digits. For display: what is compared is the safety number. */
function fingerprintOf(identity: Uint8Array): string {
  return (toHex(blake2b(16, [identity])).match(/.{4}/g) ?? []).join(' ');
}
