/** The own devices, over a browser that hands out what a test wants. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Devices, noDevicesChosen, type ChosenDevices } from '../../../../../renderer/call/devices/devices';
import type { PictureEvents, Treated, Treatment } from '../../../../../renderer/call/devices/treatment';

class FakeTrack extends EventTarget {
  enabled = true;
  muted = false;
  readyState = 'live';
  isStopped = false;
  contentHint = '';

  constructor(readonly label: string) {
    super();
  }

  stop(): void {
    this.isStopped = true;
  }

  /** As a headset or the system does it. */
  silence(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

class FakeStream {
  constructor(readonly tracks: FakeTrack[]) {}

  getTracks(): FakeTrack[] {
    return this.tracks;
  }
}

interface Plugged {
  kind: 'videoinput' | 'audioinput';
  deviceId: string;
  label: string;
}

const camera: Plugged = { kind: 'videoinput', deviceId: 'camera', label: 'Camera' };
const other: Plugged = { kind: 'videoinput', deviceId: 'other', label: 'Other camera' };
const headset: Plugged = { kind: 'audioinput', deviceId: 'headset', label: 'Headset' };

class FakeMediaDevices extends EventTarget {
  plugged: Plugged[] = [camera, headset];
  /** Another program has them. */
  busy = new Set<string>();
  asked = 0;
  readonly tracks: FakeTrack[] = [];

  getUserMedia(wanted: Record<string, { deviceId?: { exact: string } }>): Promise<FakeStream> {
    this.asked++;
    const [asked = 'audio', constraints] = Object.entries(wanted)[0] ?? [];
    const kind = asked === 'video' ? 'videoinput' : 'audioinput';
    const exact = constraints?.deviceId?.exact;
    const found = this.plugged.find(
      (one) => one.kind === kind && (exact === undefined || one.deviceId === exact),
    );
    if (!found) return Promise.reject(new DOMException('', 'NotFoundError'));
    if (this.busy.has(found.deviceId)) return Promise.reject(new DOMException('', 'NotReadableError'));
    const track = new FakeTrack(found.label);
    this.tracks.push(track);
    return Promise.resolve(new FakeStream([track]));
  }

  enumerateDevices(): Promise<Plugged[]> {
    return Promise.resolve(this.plugged);
  }

  change(plugged: Plugged[]): void {
    this.plugged = plugged;
    this.dispatchEvent(new Event('devicechange'));
  }
}

let browser: FakeMediaDevices;
let devices: Devices;

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeMediaDevices();
  vi.stubGlobal('navigator', { mediaDevices: browser });
  vi.stubGlobal('MediaStream', FakeStream);
  devices = new Devices(() => ({ ...noDevicesChosen, background: 'none' }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const later = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

describe('a microphone that its headset or the system has muted', () => {
  it('is shown so, sends nothing that others could hear, and goes on when it is unmuted there', async () => {
    await devices.setMicrophone(true);
    const [track] = browser.tracks;
    let news = 0;
    devices.subscribe(() => news++);
    expect(devices.microphone).toEqual({ state: 'on', label: 'Headset' });
    track?.silence(true);
    expect(devices.microphone).toEqual({ state: 'silenced', label: 'Headset' });
    expect(devices.sendsSound).toBe(false);
    track?.silence(false);
    expect(devices.microphone).toEqual({ state: 'on', label: 'Headset' });
    expect(devices.sendsSound).toBe(true);
    expect(news).toBe(2);
  });

  it('stays muted here by whoever muted it here, and one that is put away says nothing more', async () => {
    await devices.setMicrophone(true);
    const [track] = browser.tracks;
    track?.silence(true);
    await devices.setMicrophone(false);
    expect(devices.microphone).toEqual({ state: 'off' });
    track?.silence(false);
    expect(devices.sendsSound).toBe(false);
    devices.stopAll();
    let news = 0;
    devices.subscribe(() => news++);
    track?.silence(true);
    expect(news).toBe(0);
  });
});

describe('a camera that another program has', () => {
  it('comes by itself when that lets go, and shows nothing of the tries before', async () => {
    browser.busy.add('camera');
    await devices.setCamera(true);
    const shown: string[] = [];
    devices.subscribe(() => shown.push(devices.camera.state));
    await later(20_000);
    expect(new Set(shown)).toEqual(new Set(['failed']));
    browser.busy.clear();
    await later(30_000);
    expect(devices.camera).toEqual({ state: 'on', label: 'Camera' });
    expect(shown).not.toContain('starting');
  });

  it('is tried for ten minutes and no longer, and again when devices change', async () => {
    browser.busy.add('camera');
    await devices.setCamera(true);
    await later(3_600_000);
    expect(browser.asked).toBe(25);
    browser.busy.clear();
    await later(3_600_000);
    expect(devices.camera.state).toBe('failed');
    browser.change(browser.plugged);
    await later(0);
    expect(devices.camera.state).toBe('on');
  });

  it('is left alone by whoever has switched it off meanwhile', async () => {
    browser.busy.add('camera');
    await devices.setCamera(true);
    await devices.setCamera(false);
    browser.busy.clear();
    browser.change(browser.plugged);
    await later(3_600_000);
    expect(devices.camera).toEqual({ state: 'off' });
    expect(browser.tracks).toEqual([]);
  });

  it('comes back when it took the camera in the middle of a call', async () => {
    await devices.setCamera(true);
    browser.busy.add('camera');
    browser.tracks[0]?.end();
    expect(devices.camera.state).toBe('failed');
    await later(10_000);
    expect(devices.camera).toEqual({ state: 'failed', reason: 'busy' });
    browser.busy.clear();
    await later(30_000);
    expect(devices.camera).toEqual({ state: 'on', label: 'Camera' });
  });

  it('that is unplugged comes back when it is plugged in, and no other begins to look instead', async () => {
    await devices.setCamera(true);
    browser.change([other, headset]);
    browser.tracks[0]?.end();
    await later(600_000);
    expect(devices.camera).toEqual({ state: 'failed', reason: 'none-found' });
    expect(browser.tracks).toHaveLength(1);
    browser.change([other, camera, headset]);
    await later(0);
    expect(devices.camera).toEqual({ state: 'on', label: 'Camera' });
  });

  it('of one that is refused nothing is asked again', async () => {
    await devices.setCamera(true);
    vi.spyOn(browser, 'getUserMedia').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    await devices.restart('video');
    const asked = vi.mocked(browser.getUserMedia).mock.calls.length;
    await later(3_600_000);
    expect(vi.mocked(browser.getUserMedia).mock.calls).toHaveLength(asked);
  });
});

/** As strong noise suppression and backgrounds do it, by tracks that are not the devices' own. */
class FakeTreatment implements Treatment {
  readonly made: FakeTrack[] = [];
  readonly ended = new Set<FakeTrack>();
  cannotBegin = false;
  fail: () => void = () => undefined;
  pictureEvents: PictureEvents | null = null;
  begin: (() => void) | null = null;
  waits = false;

  async sound(_captured: MediaStreamTrack, failed: () => void): Promise<Treated> {
    if (this.cannotBegin) throw new Error('does not begin');
    if (this.waits) await new Promise<void>((resolve) => (this.begin = resolve));
    this.fail = failed;
    const track = new FakeTrack('treated');
    this.made.push(track);
    const end = (): void => void this.ended.add(track);
    return { track: track as unknown as MediaStreamTrack, end };
  }

  picture(captured: MediaStreamTrack, _choice: unknown, events: PictureEvents): Promise<Treated> {
    this.pictureEvents = events;
    return this.sound(captured, () => undefined);
  }
}

describe('a microphone whose noise is taken away', () => {
  let treatment: FakeTreatment;
  let chosen: ChosenDevices;

  beforeEach(() => {
    treatment = new FakeTreatment();
    chosen = { ...noDevicesChosen, background: 'none', noiseSuppression: 'strong' };
    devices = new Devices(() => chosen, treatment);
  });

  it('is what is sent, and ends with the microphone', async () => {
    await devices.setMicrophone(true);
    expect(devices.audio).toBe(treatment.made[0]);
    expect(devices.microphone).toEqual({ state: 'on', label: 'Headset' });
    devices.stopAll();
    expect(devices.audio).toBe(null);
    expect(treatment.ended.size).toBe(1);
    expect(browser.tracks[0]?.isStopped).toBe(true);
  });

  it('is muted in front and behind, also where it was muted while it was made', async () => {
    await devices.setMicrophone(true);
    await devices.setMicrophone(false);
    expect([browser.tracks[0]?.enabled, treatment.made[0]?.enabled]).toEqual([false, false]);
    treatment.waits = true;
    const restarted = devices.restart('audio');
    await vi.waitFor(() => {
      expect(treatment.begin).not.toBe(null);
    });
    treatment.begin?.();
    await restarted;
    expect(devices.audio).toBe(treatment.made[1]);
    expect([browser.tracks[1]?.enabled, treatment.made[1]?.enabled]).toEqual([false, false]);
    expect(browser.tracks[0]?.isStopped).toBe(true);
    await devices.setMicrophone(true);
    expect([browser.tracks[1]?.enabled, treatment.made[1]?.enabled]).toEqual([true, true]);
  });

  it('is the plain one where taking it away cannot begin, with a word, until it is chosen again', async () => {
    treatment.cannotBegin = true;
    await devices.setMicrophone(true);
    expect(devices.noiseFails).toBe(true);
    expect(devices.audio).toBe(browser.tracks[1]);
    expect(browser.tracks[0]?.isStopped).toBe(true);
    treatment.cannotBegin = false;
    await devices.restart('audio');
    expect(devices.noiseFails).toBe(false);
    expect(devices.audio).toBe(treatment.made[0]);
  });

  it('is the plain one from when it fails, muted as it was', async () => {
    await devices.setMicrophone(true);
    await devices.setMicrophone(false);
    treatment.fail();
    await vi.waitFor(() => {
      expect(devices.audio).toBe(browser.tracks[1]);
    });
    expect(devices.noiseFails).toBe(true);
    expect(browser.tracks[1]?.enabled).toBe(false);
    expect(treatment.ended.size).toBe(1);
  });

  it('is lost when the microphone is lost while it is made', async () => {
    treatment.waits = true;
    const started = devices.setMicrophone(true);
    await vi.waitFor(() => {
      expect(treatment.begin).not.toBe(null);
    });
    browser.tracks[0]?.end();
    treatment.begin?.();
    await started;
    expect(devices.microphone).toEqual({ state: 'failed', reason: 'none-found' });
    expect(devices.audio).toBe(null);
    expect(treatment.ended.size).toBe(1);
  });

  it('is let go where nobody waits for it any more', async () => {
    treatment.waits = true;
    const started = devices.setMicrophone(true);
    await vi.waitFor(() => {
      expect(treatment.begin).not.toBe(null);
    });
    devices.stopAll();
    treatment.begin?.();
    await started;
    expect(treatment.ended.size).toBe(1);
    expect(browser.tracks[0]?.isStopped).toBe(true);
  });
});

describe('a microphone that is asked for with other processing', () => {
  let chosen: ChosenDevices;
  let treatment: FakeTreatment;
  /** Of each time that a microphone was asked for: how many others were open or asked for then. */
  let open: number[];
  let asked: Promise<void>;

  beforeEach(() => {
    chosen = { ...noDevicesChosen, background: 'none' };
    treatment = new FakeTreatment();
    devices = new Devices(() => chosen, treatment);
    open = [];
    const give = browser.getUserMedia.bind(browser);
    let unanswered = 0;
    let tell = (): void => undefined;
    asked = new Promise((resolve) => (tell = resolve));
    vi.spyOn(browser, 'getUserMedia').mockImplementation(async (wanted) => {
      open.push(browser.tracks.filter(({ isStopped }) => !isStopped).length + unanswered++);
      tell();
      for (let i = 0; i < 20; i++) await Promise.resolve();
      unanswered--;
      return give(wanted);
    });
  });

  it('was let go before', async () => {
    await devices.setMicrophone(true);
    chosen = { ...chosen, noiseSuppression: 'off' };
    await devices.restart('audio');
    expect(open).toEqual([0, 0]);
    expect(devices.audio).toBe(browser.tracks[1]);
  });

  it('was let go before, also by a start that is overtaken while it waits for its answer', async () => {
    const first = devices.setMicrophone(true);
    await asked;
    chosen = { ...chosen, noiseSuppression: 'off' };
    await Promise.all([first, devices.restart('audio')]);
    expect(open).toEqual([0, 0]);
    expect(devices.audio).toBe(browser.tracks[1]);
    expect(browser.tracks[0]?.isStopped).toBe(true);
  });

  it('was let go before, also by a start that is overtaken while its sound is made ready', async () => {
    chosen = { ...chosen, noiseSuppression: 'strong' };
    treatment.waits = true;
    const first = devices.setMicrophone(true);
    await vi.waitFor(() => {
      expect(treatment.begin).not.toBe(null);
    });
    chosen = { ...chosen, noiseSuppression: 'standard' };
    await devices.restart('audio');
    treatment.begin?.();
    await first;
    expect(open).toEqual([0, 0]);
    expect(devices.audio).toBe(browser.tracks[1]);
  });

  it('goes on meanwhile where the processing stays as it is', async () => {
    await devices.setMicrophone(true);
    await devices.restart('audio');
    expect(open).toEqual([0, 1]);
    expect(devices.audio).toBe(browser.tracks[1]);
  });
});

describe('a microphone that is kept quiet', () => {
  it('is heard by nobody, shown so, and afterwards as it was', async () => {
    await devices.setMicrophone(true);
    const [track] = browser.tracks;
    const once = devices.keepQuiet();
    const twice = devices.keepQuiet();
    expect(track?.enabled).toBe(false);
    expect(devices.sendsSound).toBe(false);
    expect(devices.microphone).toEqual({ state: 'off' });
    once();
    once();
    expect(track?.enabled).toBe(false);
    twice();
    expect(track?.enabled).toBe(true);
    expect(devices.sendsSound).toBe(true);
    await devices.setMicrophone(false);
    devices.keepQuiet()();
    expect(track?.enabled).toBe(false);
    expect(devices.sendsSound).toBe(false);
  });

  it('is so as well when it is built anew, or switched, meanwhile', async () => {
    await devices.setMicrophone(true);
    const open = devices.keepQuiet();
    await devices.restart('audio');
    expect(browser.tracks[1]?.enabled).toBe(false);
    await devices.setMicrophone(false);
    await devices.setMicrophone(true);
    expect(devices.sendsSound).toBe(false);
    await devices.setMicrophone(false);
    open();
    expect(browser.tracks[1]?.enabled).toBe(false);
  });
});

describe('a microphone that runs before the settings are known', () => {
  it('is started as chosen once they are, and not again by what has nothing to do with it', async () => {
    const treatment = new FakeTreatment();
    let chosen = noDevicesChosen;
    const stool: Plugged = { kind: 'audioinput', deviceId: 'stool', label: 'Stool' };
    browser.plugged = [camera, headset, stool];
    devices = new Devices(() => chosen, treatment);
    devices.subscribe(() => void devices.follow());
    await devices.setMicrophone(true);
    expect(devices.microphone).toEqual({ state: 'on', label: 'Headset' });
    chosen = { ...noDevicesChosen, background: 'none', microphoneId: 'stool', noiseSuppression: 'strong' };
    await devices.follow();
    expect(devices.microphone).toEqual({ state: 'on', label: 'Stool' });
    expect(devices.audio).toBe(treatment.made[0]);
    expect(browser.tracks[0]?.isStopped).toBe(true);
    chosen = { ...chosen, saveBandwidth: true, background: 'blur' };
    await devices.follow();
    expect(browser.asked).toBe(2);
  });

  it('stays off where nobody has switched it on', async () => {
    let chosen = noDevicesChosen;
    devices = new Devices(() => chosen, new FakeTreatment());
    chosen = { ...noDevicesChosen, background: 'none', microphoneId: 'stool' };
    await devices.follow();
    expect(browser.asked).toBe(0);
  });
});

describe('a camera whose picture is treated', () => {
  let treatment: FakeTreatment;
  let chosen: ChosenDevices;
  /** All that senders and mirrors were ever given. */
  let given: Set<unknown>;

  beforeEach(() => {
    treatment = new FakeTreatment();
    chosen = { ...noDevicesChosen, background: 'hidden' };
    devices = new Devices(() => chosen, treatment);
    given = new Set();
    devices.subscribe(() => {
      if (devices.video) given.add(devices.video);
      for (const track of devices.picture?.getTracks() ?? []) given.add(track);
    });
  });
  const nothingRaw = (): void => {
    expect([...given].filter((track) => !treatment.made.includes(track as FakeTrack))).toEqual([]);
  };

  it('is what others are given, and ends with the camera', async () => {
    await devices.setCamera(true);
    expect(devices.video).toBe(treatment.made[0]);
    await devices.setCamera(false);
    expect(devices.video).toBe(null);
    expect(treatment.ended.size).toBe(1);
    expect(browser.tracks[0]?.isStopped).toBe(true);
    nothingRaw();
  });

  it('is off where the treatment cannot begin, and the camera is let go', async () => {
    treatment.cannotBegin = true;
    await devices.setCamera(true);
    expect(devices.camera).toEqual({ state: 'failed', reason: 'no-background' });
    expect(devices.video).toBe(null);
    expect(browser.tracks[0]?.isStopped).toBe(true);
    treatment.cannotBegin = false;
    await devices.restart('video');
    expect(devices.video).toBe(treatment.made[0]);
    nothingRaw();
  });

  it.each([
    ['model', 'no-background'],
    ['slow', 'background-slow'],
  ] as const)('is off once the treatment fails (%s), and says why', async (failure, reason) => {
    await devices.setCamera(true);
    treatment.pictureEvents?.failed(failure);
    expect(devices.camera).toEqual({ state: 'failed', reason });
    expect(devices.video).toBe(null);
    expect(treatment.ended.size).toBe(1);
    expect(browser.tracks[0]?.isStopped).toBe(true);
    await later(3_600_000);
    expect(devices.video).toBe(null);
    nothingRaw();
  });

  it('does not start before it is known how', async () => {
    chosen = noDevicesChosen;
    await devices.setCamera(true);
    expect(devices.camera.state).toBe('starting');
    expect(browser.asked).toBe(0);
    chosen = { ...noDevicesChosen, background: 'hidden' };
    await devices.follow();
    expect(devices.video).toBe(treatment.made[0]);
    nothingRaw();
  });

  it('is nothing at all from the moment when another way is chosen until it is seen that way', async () => {
    chosen = { ...chosen, background: 'none' };
    await devices.setCamera(true);
    const [raw] = browser.tracks;
    expect(devices.video).toBe(raw);
    given.clear();
    treatment.waits = true;
    chosen = { ...chosen, background: 'hidden' };
    const followed = devices.follow();
    expect(devices.video).toBe(null);
    expect(raw?.isStopped).toBe(true);
    await vi.waitFor(() => {
      expect(treatment.begin).not.toBe(null);
    });
    treatment.begin?.();
    await followed;
    expect(devices.video).toBe(treatment.made[0]);
    nothingRaw();
  });

  it('is what was chosen last, also where the camera answers after the choice', async () => {
    chosen = { ...chosen, background: 'none' };
    const slow = devices.setCamera(true);
    chosen = { ...chosen, background: 'hidden' };
    await Promise.all([slow, devices.follow()]);
    expect(devices.video).toBe(treatment.made[0]);
    nothingRaw();
  });

  it('is treated as well when it comes back by itself', async () => {
    await devices.setCamera(true);
    browser.tracks[0]?.end();
    expect(devices.video).toBe(null);
    await later(3000);
    expect(devices.video).toBe(treatment.made[1]);
    nothingRaw();
  });

  it('starts once, also for whoever follows at each piece of news', async () => {
    devices.subscribe(() => void devices.follow());
    await devices.setCamera(true);
    expect(browser.asked).toBe(1);
    expect(devices.video).toBe(treatment.made[0]);
    nothingRaw();
  });

  it('is plain exactly where others are sent it as it is', async () => {
    await devices.setCamera(true);
    expect(devices.plainVideo).toBe(null);
    chosen = { ...chosen, background: 'none' };
    await devices.follow();
    expect(devices.plainVideo).toBe(browser.tracks[1]);
    expect(devices.plainVideo).toBe(devices.video);
    await devices.setCamera(false);
    expect(devices.plainVideo).toBe(null);
  });

  it('tells what it costs while it runs', async () => {
    await devices.setCamera(true);
    treatment.pictureEvents?.cost(0.12);
    expect(devices.backgroundCost).toBe(0.12);
    await devices.setCamera(false);
    expect(devices.backgroundCost).toBe(null);
  });
});
