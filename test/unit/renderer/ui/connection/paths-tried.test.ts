import { expect, it } from 'vitest';
import type { AppView, PrivateModeView, Settings } from '../../../../../renderer/state/contract';
import { pathsTried } from '../../../../../renderer/ui/connection/paths-tried';

const settings = { hideAddress: false, directAfterVerified: false } as Settings;
const app = { settings, privateMode: { state: 'off' } } as const;
const on = (unreached: string[]): PrivateModeView => ({
  ...{ state: 'on', proxy: 'socks5://127.0.0.1:9050', answers: true },
  unreached,
});
const withSettings = (change: Partial<Settings>): Pick<AppView, 'privateMode' | 'settings'> => ({
  ...app,
  settings: { ...app.settings, ...change },
});

it('of whoever shows the own address everything is tried', () => {
  expect(pathsTried(app, null)).toEqual({ state: 'all' });
});

it('of whoever hides it go-betweens alone, and with the verified also directly where that is wanted', () => {
  expect(pathsTried(withSettings({ hideAddress: true }), 'verified')).toEqual({ state: 'hidden' });
  const afterwards = withSettings({ directAfterVerified: true });
  for (const trust of [null, 'new', 'met'] as const)
    expect(pathsTried(afterwards, trust)).toEqual({ state: 'hidden' });
  expect(pathsTried(afterwards, 'verified')).toEqual({ state: 'all' });
});

it('in private mode go-betweens alone, and those that the proxy does not reach are named', () => {
  expect(pathsTried({ ...app, privateMode: on([]) }, 'verified')).toEqual({ state: 'private' });
  expect(pathsTried({ ...app, privateMode: { state: 'damaged' } }, null)).toEqual({ state: 'private' });
  expect(pathsTried({ ...app, privateMode: on(['turn.test:3478']) }, null)).toEqual({
    state: 'unreached',
    places: ['turn.test:3478'],
  });
});
