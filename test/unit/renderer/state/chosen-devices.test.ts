import { describe, expect, it } from 'vitest';
import { initialSnapshot } from '../../../../renderer/state/initial-snapshot';
import { Store } from '../../../../renderer/state/store';
import { KnownDevices } from '../../../../renderer/state/chosen-devices';
import type { AppView, Settings } from '../../../../renderer/state/contract';
import { freshContents } from '../../../../main/vault/contents';

describe('what is chosen of devices', () => {
  it('is unknown before the settings are, and stays while they are locked away', () => {
    const { settings: fresh } = freshContents();
    let settings: Settings | null = null;
    const known = new KnownDevices({
      settings: { read: () => settings, write: () => undefined },
      subscribe: () => () => undefined,
    });
    const chosen = known.read;
    expect(chosen().background).toBe('unknown');
    settings = { ...fresh, name: 'Ruth', background: 'hidden' };
    expect(chosen()).toMatchObject({ background: 'hidden', noiseSuppression: 'standard' });
    settings = null;
    expect(chosen().background).toBe('hidden');
    // Nothing else of the settings is kept.
    expect(JSON.stringify(chosen())).not.toContain('Ruth');
    settings = { ...fresh, background: 'none' };
    expect(chosen().background).toBe('none');
  });

  it('hides at once, also where that cannot be kept, and shows only once that is kept', () => {
    const { settings } = freshContents();
    const known = new KnownDevices({
      settings: { read: () => settings, write: () => undefined },
      subscribe: () => () => undefined,
    });
    known.choose('hidden');
    expect(known.read().background).toBe('hidden');
    known.choose('none');
    expect(known.read().background).toBe('hidden');
    known.kept('none');
    expect(known.read().background).toBe('none');
  });

  it('is the last one also where nobody asked for it before all was locked', () => {
    const store = new Store(initialSnapshot);
    const known = new KnownDevices(store);
    const show = (background: Settings['background']): void => {
      const settings = { ...freshContents().settings, background };
      store.set({ app: { settings } as unknown as AppView });
    };
    show('none');
    expect(known.read().background).toBe('none');
    show('hidden');
    store.set({ app: null });
    expect(known.read().background).toBe('hidden');
  });
});
