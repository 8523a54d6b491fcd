import { expect, it } from 'vitest';
import { revealedBy } from '../../../../../renderer/call/devices/background-choice';
import { backgrounds } from '../../../../../shared/ipc';

it('asks before a face is shown that was hidden, and before a room is', () => {
  const asks = backgrounds.map((from) => backgrounds.map((to) => revealedBy(from, to)));
  const at = (of: (typeof backgrounds)[number]): number => backgrounds.indexOf(of);
  for (const to of backgrounds.filter((one) => one !== 'hidden'))
    expect(asks[at('hidden')]?.[at(to)]).toBe('face');
  for (const from of ['blur', 'color', 'picture'] as const) expect(asks[at(from)]?.[at('none')]).toBe('room');
  for (const to of backgrounds) expect(asks[at('none')]?.[at(to)]).toBe(null);
  for (const from of backgrounds) expect(asks[at(from)]?.[at('hidden')]).toBe(null);
});
