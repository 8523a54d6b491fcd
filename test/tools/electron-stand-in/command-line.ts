/** Electron's command line: switches for Chromium, modules to load first, the app's folder, and the rest. */
import type { CommandLine } from 'electron';

export interface Invocation {
  /** Modules of `-r`, loaded before the app, as Electron's own default app does. */
  readonly preloads: string[];
  readonly switches: ReadonlyMap<string, string>;
  /** The first argument that is no switch; only an unpackaged start has one. */
  readonly appPath: string | undefined;
}

/** Switches that are for Node (already taken by the launcher), or that name the DevTools pipe. */
const notForChromium = /^(inspect|inspect-brk|inspect-port|inspect-publish-uid|remote-debugging-pipe)$/;

export function parseArguments(args: readonly string[]): Invocation {
  const preloads: string[] = [];
  const switches = new Map<string, string>();
  const others: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (argument === '--') {
      others.push(...args.slice(index + 1));
      break;
    }
    if (argument === '-r' || argument === '--require') {
      const module = args[++index];
      if (module !== undefined) preloads.push(module);
      continue;
    }
    const [, name, value] = /^--?([^=]+)=?(.*)$/s.exec(argument) ?? [];
    if (name === undefined) others.push(argument);
    else if (!notForChromium.test(name)) switches.set(name, value ?? '');
  }
  return { preloads, switches, appPath: others[0] };
}

/** Switches whose value is a list: a second one adds to the first. */
const lists = /^(enable|disable)-(blink-)?features$/;

export class Switches implements CommandLine {
  private readonly values = new Map<string, string>();

  constructor(given: Iterable<readonly [string, string]> = []) {
    for (const [name, value] of given) this.appendSwitch(name, value);
  }

  appendSwitch(name: string, value = ''): void {
    const plain = name.replace(/^--/, '');
    const before = this.values.get(plain);
    const adds = lists.test(plain) && before !== undefined && before !== '';
    this.values.set(plain, adds ? `${before},${value}` : value);
  }

  appendArgument(argument: string): void {
    const [, name, value] = /^--([^=]+)=?(.*)$/s.exec(argument) ?? [];
    if (name !== undefined) this.appendSwitch(name, value);
  }

  hasSwitch(name: string): boolean {
    return this.values.has(name);
  }

  getSwitchValue(name: string): string {
    return this.values.get(name) ?? '';
  }

  removeSwitch(name: string): void {
    this.values.delete(name);
  }

  clone(): Switches {
    return new Switches(this.values);
  }

  toArguments(): string[] {
    return [...this.values].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  }
}
