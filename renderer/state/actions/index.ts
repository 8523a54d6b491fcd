/** Everything that screens can do, put together. */
import type { VigilBridge } from '../../../shared/ipc';
import { readCodeImage } from '../../qr/qr-image';
import type { Devices } from '../../call/devices/devices';
import { createByHandActions } from './by-hand';
import { createConnectionActions } from './connection';
import { createContactActions } from './contact';
import { createDeviceActions } from './device';
import { createMeetingActions } from './meeting';
import { createModerationActions } from './moderation';
import { createOwnMeetingActions } from './own-meeting';
import { createPrivateModeActions } from './private-mode';
import { runRequests } from './run-request';
import { createSettingsActions } from './settings';
import type { Actions } from '../snapshot';
import type { Store } from '../store';
import { createTurnActions } from '../turn-tests';
import { createVaultActions } from './vault';
import { createVerificationActions } from './verification';

export function createActions(bridge: VigilBridge, store: Store, devices: Devices): Actions {
  const { request } = bridge;
  const ask = runRequests(store);
  return {
    ...createMeetingActions(bridge, ask, store, devices),
    ...createDeviceActions(store, devices),
    ...createModerationActions(bridge, ask, (what) => {
      // A link that is shown at this moment would be the old one.
      store.set({ notice: { kind: 'done', what }, revealedInvite: null });
    }),
    ...createVerificationActions(bridge, ask, store, readCodeImage),
    ...createByHandActions(bridge, ask, store, readCodeImage),
    ...createContactActions(bridge, ask, (notice) => {
      store.set({ notice });
    }),
    ...createOwnMeetingActions(bridge, ask, (notice) => {
      store.set({ notice });
    }),
    ...createConnectionActions(bridge, ask, store),
    ...createSettingsActions(bridge, ask, store.settings, (asked) => {
      if (asked.cameraId !== undefined) void devices.restart('video');
      if (asked.microphoneId !== undefined) void devices.restart('audio');
      const chosen = [asked.name, asked.relays, asked.dhtNodes].some((kept) => kept !== undefined);
      if (chosen) store.set({ notice: { kind: 'done', what: 'saved' } });
    }),
    ...createTurnActions((key, test) => {
      store.set({ turnTests: new Map(store.get().turnTests).set(key, test) });
    }),
    ...createPrivateModeActions(bridge),
    ...createVaultActions(bridge, (what) => {
      store.set({ notice: { kind: 'done', what } });
    }),
    go: (screen) => {
      store.set({ screen });
    },
    dismissVaultNotice: () => {
      ask(request['app:dismiss-vault-notice'](undefined));
    },
    startOver: () => {
      ask(request['vault:start-over'](undefined));
    },
    dismissNotice: () => {
      store.set({ notice: { kind: 'none' } });
    },
  };
}
