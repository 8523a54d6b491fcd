import { describe, expect, it } from 'vitest';
import { KnownDevices } from '../../../../renderer/state/chosen-devices';
import type { Settings } from '../../../../renderer/state/contract';
import { freshContents } from '../../../../main/vault/contents';

describe('what is chosen of devices', () => {
  it('is unknown before the settings are, and stays while they are locked away', () => {
    const { settings: fresh } = freshContents();
    let settings: Settings | null = null;
    const known = new KnownDevices({ settings: { read: () => settings, write: () => undefined } });
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
    const known = new KnownDevices({ settings: { read: () => settings, write: () => undefined } });
    known.choose('hidden');
    expect(known.read().background).toBe('hidden');
    known.choose('none');
    expect(known.read().background).toBe('hidden');
    known.kept('none');
    expect(known.read().background).toBe('none');
  });
});
