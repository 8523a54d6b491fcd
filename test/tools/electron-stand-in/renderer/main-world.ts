/**
 * Runs in the page's own world before any of its scripts: takes what the preload exposes, and asks the host
 * where Electron would decide natively (media, screen, new windows).
 */
import type { Question } from '../ipc-messages';
import { BridgeLink } from './bridge-link';

type Ask = (question: Question) => Promise<boolean>;

interface Exposed {
  key: string;
  api: Parameters<BridgeLink['unpack']>[0];
}

export interface MainWorldOptions {
  /** Without a desktop there is no screen to capture, but there is this page. */
  readonly sharesOwnPage: boolean;
}

export function start(token: string, options: MainWorldOptions): void {
  if (window !== window.top) return;
  const meet = (event: Event): void => {
    const channel = (event as MouseEvent).relatedTarget;
    if (!channel) return;
    document.removeEventListener(token, meet, true);
    event.stopImmediatePropagation();
    connect(channel, options);
  };
  // Either world may be first: each says that it is there.
  document.addEventListener(token, meet, true);
  document.dispatchEvent(new Event(`${token}-hello`));
}

function connect(channel: EventTarget, options: MainWorldOptions): void {
  const link = new BridgeLink(channel, 'main', 'isolated');
  channel.addEventListener('expose', (event) => {
    const { key, api } = (event as CustomEvent<Exposed>).detail;
    Object.defineProperty(window, key, { value: link.unpack(api, true), enumerable: true });
  });
  const ask: Ask = (question) => link.call('host', [question]) as Promise<boolean>;
  guardMedia(ask, options);
  guardOpen(ask);
}

function guardMedia(ask: Ask, { sharesOwnPage }: MainWorldOptions): void {
  for (const legacy of ['getUserMedia', 'webkitGetUserMedia'])
    Reflect.deleteProperty(Navigator.prototype, legacy);
  if (!('mediaDevices' in navigator)) return;
  const denied = (): DOMException => new DOMException('Permission denied', 'NotAllowedError');
  const devices = navigator.mediaDevices;
  const getUserMedia = devices.getUserMedia.bind(devices);
  const getDisplayMedia = devices.getDisplayMedia.bind(devices);
  const replacements = {
    async getUserMedia(constraints: MediaStreamConstraints = {}): Promise<MediaStream> {
      const mediaTypes = (['audio', 'video'] as const).filter((type) => Boolean(constraints[type]));
      if (mediaTypes.length > 0 && !(await ask({ kind: 'media', mediaTypes }))) throw denied();
      return getUserMedia(constraints);
    },
    async getDisplayMedia(options: DisplayMediaStreamOptions = {}): Promise<MediaStream> {
      const { video = true, audio = false } = options;
      const question = { kind: 'display-capture', video: Boolean(video), audio: Boolean(audio) } as const;
      if (!(await ask(question))) throw denied();
      const own = { preferCurrentTab: true, selfBrowserSurface: 'include' };
      return getDisplayMedia(sharesOwnPage ? { ...options, ...own } : options);
    },
  };
  for (const [name, value] of Object.entries(replacements)) {
    Object.defineProperty(MediaDevices.prototype, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
}

function guardOpen(ask: Ask): void {
  const open = (url: string | URL = '', frameName = '', features = ''): null => {
    void ask({ kind: 'open', url: new URL(String(url), location.href).href, frameName, features });
    return null;
  };
  Object.defineProperty(window, 'open', {
    value: open,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
