/** States of private mode: chosen, kept, refused, damaged. */
import type { PrivateModeView } from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { app, facts, relays } from './fixtures';

const proxy = 'socks5://127.0.0.1:9050';
const withMode = (privateMode: PrivateModeView): Partial<Snapshot> => ({
  app: { ...app, relays: relays.idle, privateMode },
});
const settings = { screen: { name: 'settings' } } as const;
const preview = {
  meeting: { ...facts, phase: 'preview', again: false, byHand: false, role: 'guest' },
} as const;
const on = (answers: boolean | null, unreached: string[] = []): Partial<Snapshot> =>
  withMode({ state: 'on', proxy, answers, unreached });
const unreached = on(true, ['turn.lamplight.example:3478']);
const noPath = {
  meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'no-path', wasInside: false },
} as const;
const damaged = withMode({ state: 'damaged' });

export const privateModeStates: Record<string, Partial<Snapshot>> = {
  'home-private': on(true),
  'home-private-silent': on(false),
  'home-private-damaged': damaged,
  'settings-private-off': { ...withMode({ state: 'off' }), ...settings },
  'settings-private-choosing': { ...withMode({ state: 'off' }), ...settings },
  'settings-private-on': { ...on(true), ...settings },
  'settings-private-silent': { ...on(false), ...settings },
  'settings-private-unreached': { ...unreached, ...settings },
  'ended-no-path-private': { ...on(true), ...noPath },
  'ended-no-path-unreached': { ...unreached, ...noPath },
  'settings-private-damaged': { ...damaged, ...settings },
  'private-refused-no-proxy': {
    ...on(false),
    ...preview,
    notice: { kind: 'error', code: 'private-mode-no-proxy' },
  },
  'private-refused-no-turn': {
    ...on(true),
    ...preview,
    notice: { kind: 'error', code: 'private-mode-no-turn' },
  },
  'private-refused-damaged': {
    ...damaged,
    ...preview,
    notice: { kind: 'error', code: 'private-mode-damaged' },
  },
};
