/** What the window gets of main: named methods only, no generic channel, no object of Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { FrameReport } from '../../shared/media/frame-messages';
import type {
  ConnectionReport,
  DroppedFile,
  EventName,
  EventPayload,
  Outcome,
  RequestName,
  VigilBridge,
} from '../../shared/ipc';

type DroppedOnPage = Parameters<typeof webUtils.getPathForFile>[0];

/** The compiler holds this list against the contract; the contract's code stays out of the preload script. */
const names: Record<RequestName, true> = {
  'app:get': true,
  'app:dismiss-vault-notice': true,
  'alerts:words': true,
  'microphone:switched': true,
  'login:start': true,
  'lock:get': true,
  'vault:unlock': true,
  'vault:lock': true,
  'vault:start-over': true,
  'vault:set-passphrase': true,
  'vault:remove-passphrase': true,
  'identity:export': true,
  'identity:import': true,
  'identity:code': true,
  'identity:reset': true,
  'settings:save': true,
  'releases:open-file': true,
  'releases:ask-page': true,
  'releases:ask-member': true,
  'releases:get': true,
  'releases:stop': true,
  'releases:check-file': true,
  'releases:show': true,
  'report:compose': true,
  'report:save': true,
  'private-mode:set': true,
  'private-mode:check': true,
  'private-mode:reach': true,
  'volunteer:add': true,
  'volunteer:change': true,
  'volunteer:remove': true,
  'volunteer:test': true,
  'meeting:get': true,
  'meeting:new': true,
  'meeting:open-link': true,
  'meeting:go-back': true,
  'meeting:enter': true,
  'meeting:ask-to-leave': true,
  'meeting:stay': true,
  'meeting:leave': true,
  'meeting:admit': true,
  'meeting:deny': true,
  'meeting:block': true,
  'meeting:remove': true,
  'meeting:set-lobby': true,
  'meeting:set-lock': true,
  'meeting:set-co-host': true,
  'meeting:spotlight': true,
  'meeting:end-spotlight': true,
  'meeting:replace-link': true,
  'meeting:end-for-all': true,
  'meeting:continue': true,
  'meeting:answer-ask': true,
  'meeting:compared-number': true,
  'meeting:own-code': true,
  'meeting:scanned-code': true,
  'meeting:emoji': true,
  'meeting:compared-group': true,
  'meeting:decide-key': true,
  'contacts:rename': true,
  'contacts:forget': true,
  'contacts:export': true,
  'contacts:import': true,
  'meeting:set-self': true,
  'meeting:safety-number': true,
  'own-meetings:open': true,
  'own-meetings:forget': true,
  'own-meetings:invite-person': true,
  'own-meetings:close-link': true,
  'own-meetings:copy-link': true,
  'own-meetings:save-link': true,
  'own-meetings:reveal-link': true,
  'own-meetings:plan': true,
  'own-meetings:copy-text': true,
  'own-meetings:call': true,
  'own-meetings:save-calendar': true,
  'own-meetings:ask-to-join': true,
  'own-meetings:forget-invite': true,
  'own-meetings:expect': true,
  'meeting:copy-safety-number': true,
  'meeting:compare-copied-number': true,
  'meeting:copy-group-code': true,
  'meeting:copy-invite': true,
  'meeting:copy-page-invite': true,
  'meeting:hand-invite': true,
  'meeting:hand-answered': true,
  'meeting:hand-end': true,
  'meeting:hand-copy': true,
  'meeting:reveal-invite': true,
  'chat:news': true,
  'chat:write': true,
  'chat:copy': true,
  'chat:open-page': true,
  'chat:copy-address': true,
  'chat:pause': true,
  'sharing:sources': true,
  'sharing:choose': true,
  'sharing:close': true,
  'hand:raise': true,
  'hand:lower': true,
  'reaction:show': true,
  'silence:one': true,
  'silence:all': true,
  'silence:end': true,
  'silence:answer': true,
  'files:choose': true,
  'files:save': true,
  'files:look': true,
  'files:decline': true,
  'files:pause': true,
  'files:resume': true,
  'files:cancel': true,
  'recording:begin': true,
  'recording:write': true,
  'recording:finish': true,
  'recording:cancel': true,
  'recording:answer': true,
  'recording:open': true,
};

const request = Object.fromEntries(
  Object.keys(names).map((name) => [name, (argument: unknown) => ipcRenderer.invoke(name, argument)]),
) as VigilBridge['request'];

function subscribe<N extends EventName>(
  name: N,
): (listener: (payload: EventPayload<N>) => void) => () => void {
  const channel = `event:${name}`;
  return (listener) => {
    const handler = (_event: unknown, payload: EventPayload<N>): void => {
      listener(payload);
    };
    ipcRenderer.on(channel, handler);
    return () => {
      ipcRenderer.off(channel, handler);
    };
  };
}

const bridge: VigilBridge = {
  request,
  offerDroppedFile: (file, to) => {
    const dropped: DroppedFile = { path: webUtils.getPathForFile(file as DroppedOnPage), to };
    return ipcRenderer.invoke('files:offer-dropped', dropped) as Promise<Outcome<undefined>>;
  },
  reportConnection: (report: ConnectionReport) => {
    ipcRenderer.send('connection:report', report);
  },
  reportFrames: (report: FrameReport) => {
    ipcRenderer.send('frames:report', report);
  },
  reportNetworkChanged: () => {
    ipcRenderer.send('network:changed');
  },
  onFrameCommand: subscribe('frames'),
  onLock: subscribe('lock'),
  onApp: subscribe('app'),
  onMeeting: subscribe('meeting'),
  onConnectionCommand: subscribe('connection'),
  onWindowSeen: subscribe('window-seen'),
  onTone: subscribe('tone'),
  onMicrophoneAsked: subscribe('microphone-asked'),
  onLeaveAsked: subscribe('leave-asked'),
  onLinkRefused: subscribe('link-refused'),
};

contextBridge.exposeInMainWorld('vigil', bridge);
