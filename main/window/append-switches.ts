/** Gives Chromium its switches. */
import { app } from 'electron';

/** Must run before the app is ready. Of `disable-features` only the last would count: its lists are put together. */
export function appendSwitches(switches: readonly (readonly [name: string, value: string])[]): void {
  const { commandLine } = app;
  for (const [name, value] of switches) {
    const before = name === 'disable-features' ? commandLine.getSwitchValue(name) : '';
    commandLine.appendSwitch(name, before === '' ? value : `${before},${value}`);
  }
}
