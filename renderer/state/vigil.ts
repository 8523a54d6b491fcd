/** Joins main, the call and the screens: events in, snapshots and actions out. */
import type { LockView, VigilBridge } from '../../shared/ipc';
import type { ErrorCode } from '../../shared/errors';
import { readCodeImage } from '../call/code-image';
import { scanWithCamera } from '../call/code-scan';
import { Devices, type ChosenDevices } from '../call/devices';
import { startFrameWorker } from '../call/frames/start-frame-worker';
import { watchLevel } from '../call/level-meter';
import { Links } from '../call/links';
import { prepareConnections } from '../call/prepare-connections';
import { watchNetwork } from '../call/network-watch';
import { Paths } from '../call/paths';
import { playTestSound } from '../call/test-sound';
import { initialPerception, startAdaptive } from './adaptive';
import { createConnectionActions } from './connection-actions';
import { createByHandActions } from './by-hand-actions';
import { createContactActions } from './contact-actions';
import type { MeetingView } from './contract';
import { createMembershipActions, type RunRequest } from './membership-actions';
import { linkPaths } from './link-path';
import { createOwnMeetingActions } from './own-meeting-actions';
import { createPrivateModeActions } from './private-mode-actions';
import type { Actions, Snapshot, Vigil } from './snapshot';
import { Store } from './store';
import { createTurnActions } from './turn-tests';
import { followMeeting } from './verification';
import { createVerificationActions } from './verification-actions';
import { createVaultActions } from './vault-actions';

const initial: Snapshot = {
  lock: null,
  app: null,
  meeting: { phase: 'none' },
  screen: { name: 'home' },
  media: {
    camera: { state: 'off' },
    microphone: { state: 'off' },
    picture: null,
    choices: { cameras: [], microphones: [], speakers: [] },
  },
  streams: new Map(),
  sealingIsBroken: false,
  paths: new Map(),
  turnTests: new Map(),
  ...initialPerception,
  verification: null,
  comparedGroupCode: null,
  revealedInvite: null,
  report: null,
  handDialog: null,
  notice: { kind: 'none' },
  linkError: null,
};

export function createVigil(bridge: VigilBridge): Vigil {
  const store = new Store(initial);
  const settings = (): ChosenDevices =>
    store.get().app?.settings ?? { cameraId: null, microphoneId: null, saveBandwidth: false };
  const devices = new Devices(settings);
  const self = new SelfTeller(bridge, devices);
  const links = new Links(
    devices,
    {
      report: (report) => {
        bridge.reportLink(report);
        if (report.type === 'path' || report.type === 'closed') void paths.look();
      },
      reportFrames: bridge.reportFrames,
      sealingBroken: () => {
        store.set({ sealingIsBroken: true });
      },
      streams: (streams) => {
        store.set({ streams });
        adaptive.streamsChanged(streams);
      },
    },
    startFrameWorker,
  );
  const paths = new Paths(links, (now) => {
    store.set({ paths: linkPaths(now) });
  });
  const adaptive = startAdaptive(bridge, links, devices, store);
  watchNetwork(bridge.reportNetworkChanged);
  bridge.onFrameCommand((command) => {
    links.runFrames(command);
  });
  devices.subscribe(() => {
    const { camera, microphone, picture, list } = devices;
    store.set({ media: { camera, microphone, picture, choices: list } });
    self.tell(store.get().meeting);
  });
  bridge.onLinkCommand((command) => {
    links.run(command);
  });
  bridge.onLock((lock) => {
    showLock(store, lock);
    if (lock.state === 'open' && store.get().app === null) void load(bridge, store, devices);
  });
  bridge.onApp((app) => {
    store.set({ app });
  });
  bridge.onMeeting((meeting) => {
    showMeeting(store, devices, meeting);
    if (meeting.phase === 'preview') prepareConnections();
    links.keepOnly(meeting.phase === 'inside' ? meeting.peers.map(({ peerId }) => peerId) : []);
    self.tell(meeting);
  });
  bridge.onLinkRefused(({ code }) => {
    store.set({ linkError: code, screen: { name: 'home' } });
    if (store.get().meeting.phase !== 'none') store.set({ notice: { kind: 'error', code } });
  });
  void load(bridge, store, devices);
  return {
    subscribe: store.subscribe,
    getSnapshot: store.get,
    actions: createActions(bridge, store, devices),
    microphoneLevel: (listener) => watchLevel(devices, listener),
    pictureShown: (peerId, size) => {
      adaptive.show(peerId, size);
    },
    watchPaths: () => paths.watch(),
    scanCode: (listener) => scanWithCamera(devices, settings().cameraId, listener),
  };
}

async function load(bridge: VigilBridge, store: Store, devices: Devices): Promise<void> {
  const lock = await bridge.request['lock:get'](undefined);
  if (lock.ok) showLock(store, lock.value);
  if (!lock.ok || lock.value.state === 'locked') return;
  const meeting = await bridge.request['meeting:get'](undefined);
  if (meeting.ok) showMeeting(store, devices, meeting.value);
  const app = await bridge.request['app:get'](undefined);
  if (app.ok) store.set({ app: app.value });
}

/** Locked, nothing stays here of what was known. */
function showLock(store: Store, lock: LockView): void {
  const forgotten = { app: null, safetyNumber: null, revealedInvite: null, linkError: null, report: null };
  const locked = { ...forgotten, screen: { name: 'home' }, notice: { kind: 'none' } } as const;
  store.set({ lock, ...(lock.state === 'locked' ? locked : {}) });
}

/** Devices run from the preview to the end of the meeting, and never otherwise. */
function showMeeting(store: Store, devices: Devices, meeting: MeetingView): void {
  const last = store.get().meeting;
  const before = last.phase;
  const { phase } = meeting;
  const linkError = phase === 'preview' ? null : store.get().linkError;
  const gone = phase === 'none' || phase === 'ended';
  const moved = phase === 'inside' && before === 'inside' && meeting.startedAt !== last.startedAt;
  const forgets = gone || moved;
  const shown = forgets ? null : store.get().verification;
  const verification = followMeeting(shown, moved ? { phase: 'none' } : last, meeting);
  store.set({
    meeting,
    linkError,
    verification,
    ...(forgets ? { comparedGroupCode: null, revealedInvite: null, handDialog: null } : {}),
  });
  if (phase === 'preview' && before !== 'preview') {
    void devices.setMicrophone(true);
    void devices.setCamera(true);
  }
  if (gone && before !== phase) devices.stopAll();
}

/** Tells main what is really on, whenever that differs from what main was told last or believes. */
class SelfTeller {
  #told: { microphone: boolean; camera: boolean } | null = null;

  constructor(
    private readonly bridge: VigilBridge,
    private readonly devices: Devices,
  ) {}

  tell({ phase }: MeetingView): void {
    if (phase !== 'inside' && phase !== 'knocking') {
      this.#told = null;
      return;
    }
    const microphone = this.devices.sendsSound;
    const camera = this.devices.video !== null;
    if (this.#told?.microphone === microphone && this.#told.camera === camera) return;
    this.#told = { microphone, camera };
    void this.bridge.request['meeting:set-self'](this.#told);
  }
}

function createActions(bridge: VigilBridge, store: Store, devices: Devices): Actions {
  const { request } = bridge;
  const fail = (code: ErrorCode): void => {
    store.set({ notice: { kind: 'error', code } });
  };
  /** Runs a request; a failure becomes a notice, a success goes on. */
  const ask: RunRequest = (outcome, then = () => undefined) => {
    outcome.then(
      (answer) => {
        if (answer.ok) then(answer.value);
        else fail(answer.code);
      },
      () => {
        fail('internal');
      },
    );
  };
  return {
    ...createMembershipActions(bridge, ask, (what) => {
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
    ...createTurnActions(bridge, (key, test) => {
      store.set({ turnTests: new Map(store.get().turnTests).set(key, test) });
    }),
    ...createPrivateModeActions(bridge),
    ...createVaultActions(bridge, (what) => {
      store.set({ notice: { kind: 'done', what } });
    }),
    go: (screen) => {
      store.set({ screen });
    },
    newMeeting: () => {
      ask(request['meeting:new'](undefined));
    },
    openLink: (text) => {
      void request['meeting:open-link']({ text }).then((answer) => {
        store.set({ linkError: answer.ok ? null : answer.code });
      });
    },
    clearLinkError: () => {
      store.set({ linkError: null });
    },
    enter: (choice) => {
      const microphone = devices.sendsSound;
      const camera = devices.video !== null;
      ask(request['meeting:enter']({ ...choice, microphone, camera }));
    },
    leave: () => {
      ask(request['meeting:leave'](undefined));
    },
    setMicrophone: (on) => {
      void devices.setMicrophone(on);
    },
    setCamera: (on) => {
      void devices.setCamera(on);
    },
    retryDevices: () => {
      if (devices.camera.state === 'failed') void devices.restart('video');
      if (devices.microphone.state === 'failed') void devices.restart('audio');
    },
    playTestSound: () => {
      void playTestSound(store.get().app?.settings.speakerId ?? null);
    },
    copyInvite: () => {
      ask(request['meeting:copy-invite'](undefined), () => {
        store.set({ notice: { kind: 'done', what: 'invite-copied' } });
      });
    },
    revealInvite: () => {
      ask(request['meeting:reveal-invite'](undefined), ({ link }) => {
        store.set({ revealedInvite: link });
      });
    },
    hideInvite: () => {
      store.set({ revealedInvite: null });
    },
    saveSettings: (change) => {
      ask(request['settings:save'](change), () => {
        if (change.cameraId !== undefined) void devices.restart('video');
        if (change.microphoneId !== undefined) void devices.restart('audio');
        const chosen = [change.name, change.relays, change.dhtNodes].some((kept) => kept !== undefined);
        if (chosen) store.set({ notice: { kind: 'done', what: 'saved' } });
      });
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
