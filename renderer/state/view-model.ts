/** Joins main, the call and the screens: events in, snapshots and actions out. */
import type { VigilBridge } from '../../shared/ipc';
import { scanWithCamera, type CodeScanEvent } from '../qr/qr-scan';
import { playTone } from '../call/devices/tones';
import { lookOf } from '../call/background/look';
import { OwnPicture } from '../call/background/own-picture';
import { treatPicture } from '../call/background/treat-picture';
import { Devices } from '../call/devices/devices';
import { KnownDevices } from './chosen-devices';
import { SoundTest, type SoundTestEvent } from '../call/sound/sound-test';
import { testQuietly } from '../call/sound/quiet-test';
import { suppressNoise } from '../call/sound/strong-suppression';
import { encodeOnceFrom } from '../call/once/group-video-feed';
import { startFrameWorker } from '../call/frames/start-frame-worker';
import { watchLevel } from '../call/devices/level-meter';
import { Amplifier } from '../call/playback/amplifier';
import { CallRecorder } from '../call/recording/call-recorder';
import { ScreenShare } from '../call/screen/screen-share';
import { ScreenViews } from '../call/screen/screen-views';
import { Connections } from '../call/connection/connections';
import { watchNetwork } from '../call/connection/network-watch';
import { ConnectionPaths } from '../call/connection/connection-paths';
import { prepareConnections } from '../call/connection/prepare-connections';
import { createActions, type Actions } from './actions';
import { startAdaptive } from './adaptive';
import { ChatFollower } from './chat-follower';
import { initialSnapshot } from './initial-snapshot';
import { connectionPaths } from './shown-path';
import { MicrophoneSwitch } from './microphone-switch';
import { DeviceReporter } from './report-devices';
import { showLock, showMeeting } from './follow-main';
import { followRecording } from './follow-recording';
import { followSeeing } from './follow-seeing';
import { followSharing } from './follow-sharing';
import type { Snapshot } from './snapshot';
import { Store } from './store';

export type { Actions, CodeScanEvent, SoundTestEvent };

/** Where somebody's picture is shown, in device pixels; null while it is not to be seen. */
export type PictureShown = (peerId: string, size: { width: number; height: number } | null) => void;

/**
 * In the speaker view: where the large picture is shown, in device pixels. All are asked for alike from then on; null
 * ends it.
 */
export type PicturesAlike = (area: { width: number; height: number } | null) => void;

/** Whose shared screen is on the screen here; null: nobody's. isDetached: in a window of its own. */
export type ScreenShown = (peerId: string | null, isDetached?: boolean) => void;

/** The small window that stays on top is open: whoever is seen there is seen, wherever the large one is. */
export type SmallWindowShown = (isOpen: boolean) => void;

/** The microphone's level, 0 to 1, many times a second: kept out of the snapshot so that screens stay still. */
export type LevelSource = (listener: (level: number) => void) => () => void;

/** Looks for a code with the camera; the function returned ends it and lets the camera go. */
export type CodeScanner = (listener: (event: CodeScanEvent) => void) => () => void;

/** Records five seconds and plays them; the function returned ends it, and nothing of them is left. */
export type SoundTester = (listener: (event: SoundTestEvent) => void) => () => void;

/** What the screens are given: a snapshot to draw from, actions to ask for, and what is too fast for a snapshot. */
export interface ViewModel {
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => Snapshot;
  actions: Actions;
  microphoneLevel: LevelSource;
  pictureShown: PictureShown;
  picturesAlike: PicturesAlike;
  screenShown: ScreenShown;
  smallWindowShown: SmallWindowShown;
  scanCode: CodeScanner;
  testOwnSound: SoundTester;
  /** While somebody looks at paths; the function returned ends it. */
  watchPaths: () => () => void;
}

export function createViewModel(bridge: VigilBridge): ViewModel {
  const store = new Store(initialSnapshot);
  const known = new KnownDevices(store);
  const settings = known.read;
  const ownPicture = new OwnPicture();
  const devices = new Devices(settings, {
    sound: suppressNoise,
    picture: (captured, choice, events) => treatPicture(captured, lookOf(choice, ownPicture.picture), events),
  });
  store.subscribe(() => void devices.follow());
  const screen = new ScreenShare(settings);
  const self = new DeviceReporter(bridge, devices, screen);
  const microphone = new MicrophoneSwitch(bridge, devices, () => store.get().meeting.phase === 'inside');
  const links = new Connections(
    devices,
    screen,
    {
      report: (report) => {
        bridge.reportConnection(report);
        if (report.type === 'path' || report.type === 'closed') void paths.look();
      },
      reportFrames: bridge.reportFrames,
      sealingBroken: () => {
        store.set({ sealingIsBroken: true });
      },
      streams: (streams) => {
        store.set({ streams });
        adaptive.streamsChanged(streams);
        screenViews.changed();
      },
      screens: (screens) => {
        store.set({ screens });
        // Over a link that has only now come, nothing was said yet.
        screenViews.changed();
      },
    },
    startFrameWorker,
    encodeOnceFrom(location.search),
  );
  const paths = new ConnectionPaths(links, (now) => {
    store.set({ paths: connectionPaths(now) });
  });
  const screenViews = new ScreenViews({
    links: () => links.live,
    report: (connectionId, shown) => {
      links.reportScreenView(connectionId, shown);
    },
  });
  const chat = new ChatFollower(bridge, store);
  const adaptive = startAdaptive(bridge, links, devices, store);
  followSeeing(store, adaptive, new Amplifier());
  followSharing(bridge, store, screen, screenViews);
  const recording = followRecording(bridge, store, {
    own: () => ({ picture: devices.video, sound: devices.sendsSound ? devices.audio : null }),
    recorder: (words, events) => new CallRecorder(words, events),
  });
  screen.subscribe(() => {
    self.tell(store.get().meeting);
  });
  watchNetwork(bridge.reportNetworkChanged);
  bridge.onFrameCommand((command) => {
    links.runFrames(command);
  });
  devices.subscribe(() => {
    const { camera, microphone: mine, picture, list, noiseFails, backgroundCost } = devices;
    const hasOwnPicture = ownPicture.picture !== null;
    store.set({
      media: { camera, microphone: mine, picture, choices: list, noiseFails, backgroundCost, hasOwnPicture },
    });
    self.tell(store.get().meeting);
    microphone.tell();
  });
  bridge.onConnectionCommand((command) => {
    links.run(command);
  });
  bridge.onLock((lock) => {
    if (lock.state === 'locked' && ownPicture.forget() && settings().background === 'picture')
      void devices.renewPicture();
    showLock(store, lock);
    if (lock.state === 'open' && store.get().app === null) void load(bridge, store, devices, chat);
  });
  bridge.onApp((app) => {
    store.set({ app });
  });
  bridge.onMeeting((meeting) => {
    showMeeting(store, devices, meeting);
    chat.follow(meeting);
    if (meeting.phase === 'preview') prepareConnections();
    links.keepOnly(meeting.phase === 'inside' ? meeting.peers.map(({ peerId }) => peerId) : []);
    self.tell(meeting);
    microphone.tell();
  });
  bridge.onTone(({ tone }) => {
    void playTone(tone, store.get().app?.settings.speakerId ?? null);
  });
  bridge.onMicrophoneAsked(({ on }) => {
    void microphone.turn(on);
  });
  bridge.onLeaveAsked(() => {
    store.set({ leaveIsAsked: true });
  });
  bridge.onLinkRefused(({ code }) => {
    store.set({ linkError: code, screen: { name: 'home' } });
    if (store.get().meeting.phase !== 'none') store.set({ notice: { kind: 'error', code } });
  });
  void load(bridge, store, devices, chat);
  return {
    subscribe: store.subscribe,
    getSnapshot: store.get,
    actions: createActions(bridge, store, devices, screen, ownPicture, known, recording),
    microphoneLevel: (listener) => watchLevel(devices, listener),
    pictureShown: (peerId, size) => {
      adaptive.show(peerId, size);
    },
    picturesAlike: (area) => {
      adaptive.alike(area);
    },
    screenShown: (peerId, isDetached) => {
      screenViews.show(peerId, isDetached);
    },
    smallWindowShown: (isOpen) => {
      adaptive.smallWindowShown(isOpen);
    },
    watchPaths: () => paths.watch(),
    testOwnSound: (listener) => {
      return testQuietly(devices, (told) => new SoundTest(settings(), told), listener);
    },
    scanCode: (listener) => scanWithCamera(devices, settings().cameraId, listener),
  };
}

async function load(bridge: VigilBridge, store: Store, devices: Devices, chat: ChatFollower): Promise<void> {
  const lock = await bridge.request['lock:get'](undefined);
  if (lock.ok) showLock(store, lock.value);
  if (!lock.ok || lock.value.state === 'locked') return;
  const meeting = await bridge.request['meeting:get'](undefined);
  if (meeting.ok) {
    showMeeting(store, devices, meeting.value);
    chat.follow(meeting.value);
  }
  const app = await bridge.request['app:get'](undefined);
  if (app.ok) store.set({ app: app.value });
}
