import { expect, it, vi } from 'vitest';
import { firewallAsks } from '../../../main/firewall';
import { meetingHandlers, type MeetingHandlersOptions } from '../../../main/ipc/handlers/meeting';

const fresh = { firewallExplained: false };

it('the question of a firewall is explained on Windows, once, and not where nothing listens', () => {
  expect(firewallAsks('win32', fresh, false)).toBe(true);
  expect(firewallAsks('win32', { firewallExplained: true }, false)).toBe(false);
  expect(firewallAsks('win32', fresh, true)).toBe(false);
  for (const platform of ['linux', 'darwin'] as const)
    expect(firewallAsks(platform, fresh, false)).toBe(false);
});

/** How often it counted as explained after entering so. */
async function timesAskedAfter(choice: { throwaway?: boolean }, isRefused = false): Promise<number> {
  const firewallHasAsked = vi.fn(() => Promise.resolve());
  const enter = (): void => {
    if (isRefused) throw new Error('refused');
  };
  const handlers = meetingHandlers({
    runner: { previewed: null, lentTurn: [], enter },
    privateMode: { isOff: true },
    buildKnown: () => Promise.resolve(),
    usualName: () => 'Alice',
    firewallHasAsked,
  } as unknown as MeetingHandlersOptions);
  const entering = handlers['meeting:enter']({ name: 'Alice', microphone: true, camera: true, ...choice });
  await Promise.resolve(entering).catch(() => undefined);
  return firewallHasAsked.mock.calls.length;
}

it('the first meeting that begins is the last before which it is explained', async () => {
  expect(await timesAskedAfter({})).toBe(1);
  expect(await timesAskedAfter({}, true)).toBe(0);
  // Of a throwaway identity nothing is written down.
  expect(await timesAskedAfter({ throwaway: true })).toBe(0);
});
