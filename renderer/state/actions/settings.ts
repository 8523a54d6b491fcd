/** Changes of the settings, one after the other: each begins with what the one before left, so that none is lost. */
import type { Outcome, VigilBridge } from '../../../shared/ipc';
import type { ErrorCode, Settings } from '../contract';
import type { KnownSettings } from '../store';
import type { RunRequest } from './run-request';

/** What of the settings is to be another; for lists, by what they are when its turn comes. */
export type SettingsChange = Partial<Settings> | ((now: Settings) => Partial<Settings>);

export interface SettingsActions {
  /** A refusal becomes a notice. */
  saveSettings: (change: SettingsChange) => void;
  /** Null once it is kept; otherwise why not, and everything is as it was. */
  trySettings: (change: SettingsChange) => Promise<ErrorCode | null>;
}

type Kept = Outcome<{ asked: Partial<Settings> }>;

/** @param done what was asked for is kept. */
export function createSettingsActions(
  { request }: Pick<VigilBridge, 'request'>,
  run: RunRequest,
  known: KnownSettings,
  done: (asked: Partial<Settings>) => void,
): SettingsActions {
  let last: Promise<unknown> = Promise.resolve();

  async function save(change: SettingsChange): Promise<Kept> {
    const settings = known.read();
    // Locked meanwhile: there is nothing to change.
    if (!settings) return { ok: false, code: 'locked' };
    const asked = typeof change === 'function' ? change(settings) : change;
    const outcome = await request['settings:save'](asked);
    if (!outcome.ok) return outcome;
    known.write(outcome.value);
    return { ok: true, value: { asked } };
  }
  function inTurn(change: SettingsChange): Promise<Kept> {
    const turn = last.then(() => save(change));
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    saveSettings: (change) => {
      run(inTurn(change), ({ asked }) => {
        done(asked);
      });
    },
    trySettings: async (change) => {
      const outcome = await inTurn(change).catch(() => ({ ok: false, code: 'internal' }) as const);
      return outcome.ok ? null : outcome.code;
    },
  };
}
