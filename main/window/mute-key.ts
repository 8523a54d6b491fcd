/**
 * One key of the whole system that switches the microphone while another window is in front. It is held only in a
 * meeting, since other programs lack it meanwhile; where the system refuses it, settings say so.
 */
import type { MeetingView, MuteKeyService } from '../../shared/ipc';

/** Wayland has such keys through its portal alone. It must be chosen before the app is ready. */
export const systemKeySwitches =
  process.platform === 'linux' ? ([['enable-features', 'GlobalShortcutsPortal']] as const) : [];

/** Electron's globalShortcut, as far as it is used here. */
export interface SystemKeys {
  register: (accelerator: string, pressed: () => void) => boolean;
  unregister: (accelerator: string) => void;
}

export interface MuteKeyPorts {
  keys: SystemKeys;
  /** As a person chose it; null: none. */
  chosen: () => string | null;
  /** The person's own switch, the other way round: only the window knows how it stands. */
  toggleMicrophone: () => void;
  /** By the meeting `service` is another. */
  changed: () => void;
}

export class MuteKey {
  #view: MeetingView = { phase: 'none' };
  #held: string | null = null;
  #refused: string | null = null;

  constructor(private readonly ports: MuteKeyPorts) {}

  get service(): MuteKeyService {
    const chosen = this.ports.chosen();
    if (chosen === null) return 'off';
    return chosen === this.#refused ? 'refused' : 'works';
  }

  follow(view: MeetingView): void {
    const before = this.#view.phase;
    this.#view = view;
    const refused = this.#refused;
    // In the next meeting it may be free.
    if (before !== 'inside' && view.phase === 'inside') this.#refused = null;
    this.#hold();
    if (this.#refused !== refused) this.ports.changed();
  }

  /** Another was chosen. Outside of a meeting the system is asked for it and given it back, so that a refusal shows. */
  choose(): void {
    this.#refused = null;
    this.#hold();
    const chosen = this.ports.chosen();
    if (chosen !== null && this.#held === null && this.service === 'works') {
      this.#take(chosen);
      this.#release();
    }
  }

  end(): void {
    this.#release();
  }

  #hold(): void {
    const wanted = this.#view.phase === 'inside' ? this.ports.chosen() : null;
    if (wanted === this.#held || (wanted !== null && wanted === this.#refused)) return;
    this.#release();
    if (wanted !== null) this.#take(wanted);
  }

  #take(combination: string): void {
    const isHeld = attempt(() =>
      this.ports.keys.register(acceleratorOf(combination), () => {
        this.#pressed();
      }),
    );
    if (isHeld) this.#held = combination;
    else this.#refused = combination;
  }

  #release(): void {
    const held = this.#held;
    this.#held = null;
    if (held === null) return;
    attempt(() => {
      this.ports.keys.unregister(acceleratorOf(held));
      return true;
    });
  }

  #pressed(): void {
    if (this.#view.phase === 'inside') this.ports.toggleMicrophone();
  }
}

/** As Electron writes them. */
function acceleratorOf(combination: string): string {
  return combination.replace('Mod', 'CommandOrControl');
}

/** A system without such keys may throw. */
function attempt(run: () => boolean): boolean {
  try {
    return run();
  } catch {
    return false;
  }
}
