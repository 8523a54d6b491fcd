/** `nativeTheme`: the chosen theme is what `prefers-color-scheme` says in every page. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { CdpSession } from '../cdp';

type Source = Electron.NativeTheme['themeSource'];

export class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly prefersReducedTransparency = false;
  private source: Source = 'system';

  get themeSource(): Source {
    return this.source;
  }

  set themeSource(source: Source) {
    if (source === this.source) return;
    this.source = source;
    this.emit('updated');
  }

  /** The stand-in's system is always light. */
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();

export async function emulateTheme(session: CdpSession): Promise<void> {
  const value = nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource;
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}
