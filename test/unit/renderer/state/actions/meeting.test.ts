import { expect, it, vi } from 'vitest';
import type { CaptureState, Devices } from '../../../../../renderer/call/devices/devices';
import { createMeetingActions } from '../../../../../renderer/state/actions/meeting';
import { runRequests } from '../../../../../renderer/state/actions/run-request';
import { initialSnapshot } from '../../../../../renderer/state/initial-snapshot';
import { Store } from '../../../../../renderer/state/store';
import type { Outcome, VigilBridge } from '../../../../../shared/ipc';

/** What is switched after entering with a camera in this state, which main answers so. */
async function switchedAfter(camera: CaptureState, answer: Outcome<undefined>): Promise<boolean[]> {
  const switched: boolean[] = [];
  const enter = vi.fn(() => Promise.resolve(answer));
  const bridge = { request: { 'meeting:enter': enter } } as unknown as VigilBridge;
  const devices = {
    ...{ sendsSound: true, video: null, camera },
    setCamera: (on: boolean) => {
      switched.push(on);
      return Promise.resolve();
    },
  } as unknown as Devices;
  const store = new Store(initialSnapshot);
  createMeetingActions(bridge, runRequests(store), store, devices).enter({ name: 'Alice' });
  await enter.mock.results[0]?.value;
  await Promise.resolve();
  return switched;
}

const entered = { ok: true, value: undefined } as const;
const failed = { state: 'failed', reason: 'busy' } as const;

it('whoever goes in without a picture has the camera off: it does not come by itself later', async () => {
  expect(await switchedAfter(failed, entered)).toEqual([false]);
});

it('the question whether to leave is asked by main, which can bring the window to the front', () => {
  const asked = vi.fn(() => Promise.resolve({ ok: true, value: undefined } as const));
  const bridge = { request: { 'meeting:ask-to-leave': asked } } as unknown as VigilBridge;
  const store = new Store(initialSnapshot);
  createMeetingActions(bridge, runRequests(store), store, {} as unknown as Devices).askToLeave();
  expect(asked).toHaveBeenCalledOnce();
});

it('a camera that starts is left to do so, and a refused entry switches nothing', async () => {
  expect(await switchedAfter({ state: 'starting' }, entered)).toEqual([]);
  expect(await switchedAfter(failed, { ok: false, code: 'private-mode-no-proxy' })).toEqual([]);
});
