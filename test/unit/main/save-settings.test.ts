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

it.each(['Mod+D', 'F9', 'Mod+C', 'Space', 'Mod+Shift+N'])(
  'a key of the whole system that other programs need is refused: %s',
  async (muteEverywhere) => {
    kept.length = 0;
    await expect(saveSettings(vault, { muteEverywhere })).rejects.toMatchObject({ code: 'bad-request' });
    for (const may of ['Mod+Shift+F9', 'F13', null]) await saveSettings(vault, { muteEverywhere: may });
    expect(kept.map((change) => change.muteEverywhere)).toEqual(['Mod+Shift+F9', 'F13', null]);
  },
);

it.each([[{ mute: 'F9', chat: 'F9' }], [{ mute: 'Mod+W' }], [{ mute: 'Mod+E' }]])(
  'shortcuts that may not stand are refused, and nothing is kept: %j',
  async (shortcuts) => {
    kept.length = 0;
    await expect(saveSettings(vault, { shortcuts })).rejects.toMatchObject({ code: 'bad-request' });
    expect(kept).toEqual([]);
  },
);
