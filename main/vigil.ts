/** The app behind the window: vault, relays and meeting together, and what the window may ask of them. */
import { app, clipboard, nativeTheme, powerMonitor, powerSaveBlocker } from 'electron';
import { toHex } from '../shared/bytes';
import { blake2b } from '../shared/crypto/sodium';
import { VigilError, type ErrorCode } from '../shared/errors';
import { cleanName, MAX_NAME_BYTES, nameBytes } from '../shared/identity/name';
import { identityFromSeed } from '../shared/identity/identity';
import type { AppView, LinkCommand, LockView, MeetingView, RequestArgument, Settings } from '../shared/ipc';
import type { FrameCommand } from '../shared/media/frame-messages';
import { fromUtf8, utf8 } from '../shared/crypto/sodium';
import { Contacts } from './contacts';
import { MAX_CONTACTS_FILE } from './contacts-file';
import type { Handlers } from './ipc';
import { Locking } from './locking';
import { stunServers } from './meeting/ice-servers';
import { MeetingRunner } from './meeting/runner';
import type { Options } from './options';
import { checkedRelays, Relays } from './relays';
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

export class Vigil {
  readonly #relays: Relays;
  readonly #ways: Ways;
  readonly #contacts: Contacts;
  readonly #ownMeetings: OwnMeetings;
  readonly runner: MeetingRunner;
  readonly #locking: Locking;
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
    private readonly events: VigilEvents,
  ) {
    this.#earlyLink = options.link;
    this.#relays = new Relays(
      () => vault.settings,
      options.relays,
      () => {
        this.#appChanged();
      },
    );
    this.#ways = new Ways({
      settings: () => vault.settings,
      fixed: options.ways,
      relays: this.#relays,
      dhtNodes: options.dhtNodes,
      changed: () => {
        this.#appChanged();
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
      iceServers: stunServers(options.stun),
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
      privateMode: { state: 'off' },
      clockIsOff: this.#relays.clockIsOff,
      contacts: this.#contacts.views,
      ownMeetings: this.#ownMeetings.views,
    };
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
        isBusy: () => ['inside', 'knocking'].includes(this.runner.view.phase),
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
        changed: () => {
          this.#appChanged();
        },
      }),
      'settings:save': (change) => this.#saveSettings(change),
      'meeting:get': () => this.runner.view,
      'meeting:new': () => {
        this.runner.newMeeting();
      },
      'meeting:open-link': ({ text }) => {
        this.runner.openLink(text);
      },
      'meeting:enter': async (choice) => {
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
      'meeting:end-for-all': () => {
        this.runner.steering.askToEnd();
        this.runner.leave();
      },
      'meeting:continue': ({ peerIds }) => {
        this.runner.continueElsewhere(peerIds);
      },
      'meeting:answer-ask': ({ kind, yes }) => {
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
        await clipboard.writeText(this.runner.safetyNumber(peerId).groups.join(' '));
      },
      'meeting:copy-invite': async () => {
        await clipboard.writeText(this.runner.inviteLink());
      },
      'meeting:reveal-invite': () => ({ link: this.runner.inviteLink() }),
    };
  }

  async #saveSettings(change: RequestArgument<'settings:save'>): Promise<Settings> {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const checked = Object.fromEntries(given) as Partial<Settings>;
    if (checked.name !== undefined) {
      if (utf8(cleanName(checked.name)).length > MAX_NAME_BYTES) throw new VigilError('name-too-long');
      checked.name = fromUtf8(nameBytes(checked.name));
    }
    if (checked.relays) checked.relays = checkedRelays(checked.relays);
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
