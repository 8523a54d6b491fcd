import { expect, it } from 'vitest';
import { saveSettings } from '../../../main/save-settings';
import type { Settings } from '../../../shared/ipc';

const kept: Partial<Settings>[] = [];
const vault = {
  saveSettings: (change: Partial<Settings>) => {
    kept.push(change);
    return Promise.resolve();
  },
};

it('shortcuts are kept if they may stand', async () => {
  await saveSettings(vault, { shortcuts: { mute: 'F9' } });
  expect(kept).toEqual([{ shortcuts: { mute: 'F9' } }]);
});

it.each([[{ mute: 'F9', chat: 'F9' }], [{ mute: 'Mod+W' }], [{ mute: 'Mod+E' }]])(
  'shortcuts that may not stand are refused, and nothing is kept: %j',
  async (shortcuts) => {
    kept.length = 0;
    await expect(saveSettings(vault, { shortcuts })).rejects.toMatchObject({ code: 'bad-request' });
    expect(kept).toEqual([]);
  },
);
