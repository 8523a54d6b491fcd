/** Vigil on this desktop: its alerts, its tray, how the window looks and closes, and that the screen stays awake. */
import { app, globalShortcut, nativeTheme } from 'electron';
import {
  freshAlertSettings,
  type AlertWords,
  type AppView,
  type MeetingView,
  type Tone,
} from '../../shared/ipc';
import { DesktopAlerts } from '../alerts/desktop-alerts';
import { microphoneIn } from '../alerts/news';
import type { Vault } from '../vault/vault';
import type { Attention } from './attention';
import { DesktopTray } from './desktop-tray';
import { LeaveQuestion } from './leave-question';
import { MuteKey } from './mute-key';
import { ScreenAwake } from './screen-awake';
import { setStartAtLogin, startsAtLogin } from './start-at-login';

export interface DesktopEvents {
  tone: (tone: Tone) => void;
  /** null: the other way round than the person's own switch stands. */
  microphoneAsked: (on: boolean | null) => void;
  leaveAsked: () => void;
  zoom: (factor: number) => void;
}

export interface DesktopOptions {
  vault: Pick<Vault, 'isLocked' | 'settings'>;
  attention: Attention;
  /** Of another profile than the usual one. */
  profile: string | null;
  meeting: () => MeetingView;
  /** Alerts may say names, if the person chose it. */
  mayName: () => boolean;
  /** What `view` says is another. */
  changed: () => void;
  events: DesktopEvents;
}

export class Desktop {
  readonly #alerts: DesktopAlerts;
  readonly #tray: DesktopTray;
  readonly #leaveQuestion: LeaveQuestion;
  readonly #muteKey: MuteKey;
  readonly #screen = new ScreenAwake();
  #staysInTray = false;
  /** How the person's own switch stands, as the window says; null until it has said so. */
  #microphone: boolean | null = null;

  constructor(private readonly options: DesktopOptions) {
    const { vault, attention, meeting, mayName, changed, events } = options;
    const ask = (): void => {
      this.askToLeave();
    };
    this.#alerts = new DesktopAlerts({
      ...{ attention, mayName, changed },
      choices: () => (vault.isLocked ? freshAlertSettings : vault.settings),
      tone: () => {
        events.tone('alert');
      },
    });
    this.#muteKey = new MuteKey({
      keys: globalShortcut,
      chosen: () => (vault.isLocked ? null : vault.settings.muteEverywhere),
      toggleMicrophone: () => {
        events.microphoneAsked(null);
      },
      changed,
    });
    this.#leaveQuestion = new LeaveQuestion({
      phase: () => meeting().phase,
      ask,
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
      changed,
      show: () => {
        attention.show();
      },
      setMicrophone: events.microphoneAsked,
      leave: ask,
      quit: () => {
        app.quit();
      },
    });
  }

  get view(): Pick<AppView, 'notifications' | 'tray' | 'muteKey' | 'startsAtLogin'> {
    return {
      notifications: this.#alerts.service,
      tray: this.#tray.service,
      muteKey: this.#muteKey.service,
      startsAtLogin: startsAtLogin(this.options.profile),
    };
  }

  /** 1: as the system draws it, which it is while the choice is not known. */
  get zoom(): number {
    const { vault } = this.options;
    return vault.isLocked ? 1 : vault.settings.textSize / 100;
  }

  /** The meeting is another. */
  follow(view: MeetingView): void {
    this.#screen.keep(view.phase === 'inside');
    this.#alerts.alerts.follow(view);
    if (view.phase !== 'inside') this.#microphone = null;
    this.#drawTray(view);
    this.#leaveQuestion.follow();
    this.#muteKey.follow(view);
  }

  /** Looks as the person chose. While the vault is locked, all stays as it was. */
  applyAppearance(): void {
    const { vault, events } = this.options;
    if (vault.isLocked) return;
    nativeTheme.themeSource = vault.settings.theme;
    events.zoom(this.zoom);
  }

  /** Something else was chosen. */
  settingsSaved(): void {
    this.applyAppearance();
    this.#muteKey.choose();
    this.#tray.draw();
  }

  locked(): void {
    this.#alerts.alerts.locked();
  }

  speak(words: AlertWords): void {
    this.#alerts.alerts.speak(words);
    this.#tray.speak(words.tray);
  }

  /** Throws VigilError not-allowed where it is not offered, internal where the system refuses. */
  startAtLogin(on: boolean): void {
    setStartAtLogin(this.options.profile, on);
    this.options.changed();
  }

  /** The person sees for themselves. */
  windowInFront(): void {
    this.#alerts.alerts.seen();
  }

  /** The window is to be closed. True: it stays, and the person is asked. */
  holdsWindow(): boolean {
    if (!this.#tray.takesWindow) return this.#leaveQuestion.holds();
    this.options.attention.hide();
    return true;
  }

  /** The person's own switch of the microphone stands so now. @param asked because the key or the tray asked */
  microphoneSwitched(on: boolean, asked: boolean): void {
    const view = this.options.meeting();
    if (view.phase !== 'inside') return;
    this.#microphone = on;
    this.#drawTray(view);
    this.#alerts.alerts.microphone(on, !asked);
    if (asked) this.options.events.tone(on ? 'microphone-on' : 'microphone-off');
  }

  /** In the window, which is brought to the front: nobody sees a question in one that is hidden. */
  askToLeave(): void {
    if (this.options.meeting().phase !== 'inside') return;
    this.options.attention.show();
    this.options.events.leaveAsked();
  }

  /** The person was asked, and stays in the meeting. */
  stays(): void {
    this.#leaveQuestion.stays();
  }

  #drawTray(view: MeetingView): void {
    const microphone = this.#microphone ?? microphoneIn(view) ?? false;
    this.#tray.follow(view, this.#alerts.alerts.waiting, microphone);
  }

  end(): void {
    this.#tray.end();
    this.#muteKey.end();
  }
}
