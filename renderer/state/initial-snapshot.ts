/** What the screens see before anything is known. */
import { initialPerception } from './adaptive';
import { noChat } from './chat';
import { usualSeeing } from './seeing';
import type { Snapshot } from './snapshot';

export const initialSnapshot: Snapshot = {
  lock: null,
  app: null,
  meeting: { phase: 'none' },
  files: [],
  leaveIsAsked: false,
  chat: noChat,
  isReadingFile: false,
  screen: { name: 'home' },
  media: {
    camera: { state: 'off' },
    microphone: { state: 'off' },
    picture: null,
    noiseFails: false,
    backgroundCost: null,
    hasOwnPicture: false,
    choices: { cameras: [], microphones: [], speakers: [] },
  },
  streams: new Map(),
  screens: new Map(),
  share: { state: 'off', end: 'stopped' },
  sharePicker: null,
  recording: { state: 'off', last: null },
  sealingIsBroken: false,
  paths: new Map(),
  turnTests: new Map(),
  volunteerTests: new Map(),
  ...initialPerception,
  seeing: usualSeeing,
  verification: null,
  comparedGroupCode: null,
  revealedInvite: null,
  report: null,
  handDialog: null,
  notice: { kind: 'none' },
  linkError: null,
};
