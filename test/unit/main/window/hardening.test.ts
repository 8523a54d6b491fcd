import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';

interface Details {
  requestingUrl: string;
  isMainFrame: boolean;
  mediaTypes?: string[];
}
type RequestHandler = (
  contents: null,
  permission: string,
  done: (granted: boolean) => void,
  details: Details,
) => void;
type CheckHandler = (
  contents: null,
  permission: string,
  url: string,
  details: { isMainFrame: boolean; mediaType?: string },
) => boolean;

const electron = await vi.hoisted(async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class Session extends Emitter {
    request: RequestHandler | null = null;
    check: CheckHandler | null = null;
    setPermissionRequestHandler = (handler: RequestHandler): void => {
      this.request = handler;
    };
    setPermissionCheckHandler = (handler: CheckHandler): void => {
      this.check = handler;
    };
    setSpellCheckerEnabled = (): void => undefined;
  }
  return {
    app: new Emitter(),
    protocol: {},
    session: { defaultSession: new Session() },
    shell: { openExternal: vi.fn() },
  };
});
vi.mock('electron', () => electron);
const { hardenContents, hardenSession } = await import('../../../../main/window/hardening');

let screenIsExpected = false;
let permissions = Infinity;
hardenSession({ isExpected: () => screenIsExpected, permit: () => screenIsExpected && permissions-- > 0 });
hardenContents();
const { defaultSession } = electron.session;
const OURS = 'app://vigil/index.html';

function asked(permission: string, change: Partial<Details> = {}): boolean[] {
  const details = { requestingUrl: OURS, isMainFrame: true, ...change };
  const granted: boolean[] = [];
  defaultSession.request?.(null, permission, (grant) => granted.push(grant), details);
  const { requestingUrl, isMainFrame, mediaTypes = [] } = details;
  const [mediaType] = mediaTypes;
  const check = { isMainFrame, ...(mediaType === undefined ? {} : { mediaType }) };
  granted.push(defaultSession.check?.(null, permission, requestingUrl, check) ?? true);
  return granted;
}

describe('the window is granted', () => {
  it('microphone, camera, the choice of a speaker and the full screen', () => {
    expect(asked('media', { mediaTypes: ['audio'] })).toEqual([true, true]);
    expect(asked('media', { mediaTypes: ['video'] })).toEqual([true, true]);
    expect(asked('speaker-selection')).toEqual([true, true]);
    expect(asked('fullscreen')).toEqual([true, true]);
  });

  it.each([
    ['geolocation', {}],
    ['notifications', {}],
    ['display-capture', {}],
    ['clipboard-read', {}],
    ['media', { mediaTypes: ['screen'] }],
    ['media', {}],
  ])('no %s %j', (permission, change) => {
    expect(asked(permission, change)).toEqual([false, false]);
  });

  it('a capture of the screen exactly while one is expected, and for its own page alone', () => {
    screenIsExpected = true;
    try {
      expect(asked('display-capture')).toEqual([true, true]);
      expect(asked('media')).toEqual([true, true]);
      expect(asked('display-capture', { isMainFrame: false })).toEqual([false, false]);
      expect(asked('display-capture', { requestingUrl: 'https://vigil.example/' })).toEqual([false, false]);
      expect(asked('geolocation')).toEqual([false, false]);
    } finally {
      screenIsExpected = false;
    }
    expect(asked('display-capture')).toEqual([false, false]);
  });

  it('a capture once, however often it is asked for after one choice', () => {
    screenIsExpected = true;
    permissions = 1;
    try {
      expect(asked('display-capture')).toEqual([true, true]);
      expect(asked('media')).toEqual([false, true]);
    } finally {
      screenIsExpected = false;
      permissions = Infinity;
    }
  });

  it.each(['https://vigil.example/', 'app://vigil.example/', 'app://vigilant/', ''])(
    'nothing for the page %j',
    (requestingUrl) => {
      expect(asked('media', { requestingUrl, mediaTypes: ['audio'] })).toEqual([false, false]);
    },
  );

  it('nothing for a frame inside it', () => {
    expect(asked('media', { isMainFrame: false, mediaTypes: ['audio'] })).toEqual([false, false]);
  });
});

describe('the window', () => {
  class Contents extends EventEmitter {
    opens: ((details: { url: string }) => { action: string }) | null = null;
    setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }): void => {
      this.opens = handler;
    };
  }

  function prevented(from: EventEmitter, name: string): boolean {
    const preventDefault = vi.fn();
    from.emit(name, { preventDefault });
    return preventDefault.mock.calls.length > 0;
  }

  it('goes nowhere, and has nothing put into it', () => {
    const contents = new Contents();
    electron.app.emit('web-contents-created', {}, contents);
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])
      expect(prevented(contents, name), name).toBe(true);
  });

  it('opens no other one, and no page in a browser', () => {
    const contents = new Contents();
    electron.app.emit('web-contents-created', {}, contents);
    for (const url of [OURS, 'https://vigil.example/', 'file:///etc/passwd'])
      expect(contents.opens?.({ url })).toEqual({ action: 'deny' });
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
  });

  it('downloads nothing', () => {
    expect(prevented(defaultSession, 'will-download')).toBe(true);
  });
});
