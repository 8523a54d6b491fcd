/** `app.getPath`, with Linux's places. */
import os from 'node:os';
import path from 'node:path';
import { runtime } from './runtime';

const inHome: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

export class Paths {
  private readonly chosen = new Map<string, string>();

  set(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    this.chosen.set(name, folder);
  }

  get(name: string, appName: string): string {
    const chosen = this.chosen.get(name);
    if (chosen !== undefined) return chosen;
    const home = inHome[name];
    if (home !== undefined) return path.join(os.homedir(), home);
    switch (name) {
      case 'home':
        return os.homedir();
      case 'temp':
        return os.tmpdir();
      case 'exe':
      case 'module':
        return runtime.executable;
      case 'appData':
        return process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
      case 'userData': {
        const given = runtime.switches.getSwitchValue('user-data-dir');
        return given === '' ? path.join(this.get('appData', appName), appName) : path.resolve(given);
      }
      case 'sessionData':
        return this.get('userData', appName);
      case 'logs':
      case 'crashDumps':
        return path.join(this.get('userData', appName), name);
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }
}
