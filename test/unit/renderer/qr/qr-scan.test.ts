/** Which picture is looked at for a code, and who else is given it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Devices, noDevicesChosen, type ChosenDevices } from '../../../../renderer/call/devices/devices';
import { scanWithCamera } from '../../../../renderer/qr/qr-scan';

class FakeTrack extends EventTarget {
  muted = false;
  readyState = 'live';
  isStopped = false;
  readonly label = 'Camera';
  stop(): void {
    this.isStopped = true;
  }
}

class FakeStream {
  constructor(readonly tracks: FakeTrack[]) {}
  getTracks = (): FakeTrack[] => this.tracks;
}

const treated = new FakeTrack();
let captured: FakeTrack[];
let chosen: ChosenDevices;
let devices: Devices;
/** All that senders and mirrors were ever given. */
let given: Set<unknown>;

beforeEach(() => {
  captured = [];
  const mediaDevices = Object.assign(new EventTarget(), {
    getUserMedia: () => {
      const track = new FakeTrack();
      captured.push(track);
      return Promise.resolve(new FakeStream([track]));
    },
    enumerateDevices: () => Promise.resolve([]),
  });
  vi.stubGlobal('navigator', { mediaDevices });
  vi.stubGlobal('MediaStream', FakeStream);
  vi.stubGlobal('document', {
    createElement: () => ({ videoWidth: 0, videoHeight: 0, srcObject: null, play: () => Promise.resolve() }),
  });
  chosen = { ...noDevicesChosen, background: 'hidden' };
  devices = new Devices(() => chosen, {
    sound: () => Promise.resolve(null),
    picture: () => Promise.resolve({ track: treated as unknown as MediaStreamTrack, end: () => undefined }),
  });
  given = new Set();
  devices.subscribe(() => {
    if (devices.video) given.add(devices.video);
    for (const track of devices.picture?.getTracks() ?? []) given.add(track);
  });
});

function scan(): { shown: () => FakeTrack | undefined; end: () => void } {
  let shown: FakeTrack | undefined;
  const end = scanWithCamera(devices, null, (event) => {
    if (event.type === 'picture') [shown] = (event.stream as unknown as FakeStream).tracks;
  });
  return { shown: () => shown, end };
}

describe('a code before the camera', () => {
  it('is looked for in a capture of its own where others see another picture, and nobody else is given that', async () => {
    await devices.setCamera(true);
    const { shown, end } = scan();
    await vi.waitFor(() => {
      expect(shown()).toBe(captured[1]);
    });
    end();
    expect(captured[1]?.isStopped).toBe(true);
    expect(captured[0]?.isStopped).toBe(false);
    expect([...given]).toEqual([treated]);
  });

  it('is looked for in the picture that others see, where that is the camera as it is', async () => {
    chosen = { ...chosen, background: 'none' };
    await devices.setCamera(true);
    const { shown, end } = scan();
    expect(shown()).toBe(captured[0]);
    expect(captured).toHaveLength(1);
    // The face is hidden while somebody still looks for a code.
    chosen = { ...chosen, background: 'hidden' };
    given.clear();
    await devices.follow();
    await vi.waitFor(() => {
      expect(captured.indexOf(shown() ?? treated)).toBeGreaterThan(0);
    });
    end();
    expect([...given]).toEqual([treated]);
    expect(captured.filter(({ isStopped }) => !isStopped)).toHaveLength(1);
  });
});
