/** The part of the Chrome DevTools Protocol that the stand-in speaks. */

type None = Record<string, never>;

export interface Commands {
  'Browser.close': [params: None, result: None];
  'Browser.getVersion': [params: None, result: { product: string }];
  'Browser.getWindowForTarget': [params: { targetId: string }, result: { windowId: number }];
  'Browser.setContentsSize': [params: { windowId: number; width: number; height: number }, result: None];
  'Browser.setWindowBounds': [params: { windowId: number; bounds: WindowBounds }, result: None];
  'Browser.setPermission': [
    params: { origin: string; permission: { name: string }; setting: 'granted' | 'denied' },
    result: None,
  ];
  'Emulation.setEmulatedMedia': [params: { features: { name: string; value: string }[] }, result: None];
  'Fetch.continueRequest': [params: { requestId: string }, result: None];
  'Fetch.enable': [params: { patterns: { urlPattern: string; resourceType?: string }[] }, result: None];
  'Fetch.failRequest': [params: { requestId: string; errorReason: string }, result: None];
  'Fetch.fulfillRequest': [
    params: { requestId: string; responseCode: number; responseHeaders: HeaderEntry[]; body: string },
    result: None,
  ];
  'Inspector.enable': [params: None, result: None];
  'Log.enable': [params: None, result: None];
  'Page.addScriptToEvaluateOnNewDocument': [params: { source: string; worldName?: string }, result: None];
  'Page.bringToFront': [params: None, result: None];
  'Page.captureScreenshot': [params: { format: 'png' }, result: { data: string }];
  'Page.enable': [params: None, result: None];
  'Page.getFrameTree': [params: None, result: { frameTree: { frame: Frame } }];
  'Page.navigate': [params: { url: string }, result: { errorText?: string; loaderId?: string }];
  'Page.reload': [params: None, result: None];
  'Runtime.addBinding': [params: { name: string; executionContextName: string }, result: None];
  'Runtime.enable': [params: None, result: None];
  'Runtime.evaluate': [params: EvaluateParams, result: EvaluateResult];
  'Runtime.runIfWaitingForDebugger': [params: None, result: None];
  'Target.closeTarget': [params: { targetId: string }, result: None];
  'Target.createTarget': [
    params: { url: string; newWindow: boolean; width: number; height: number },
    result: { targetId: string },
  ];
  'Target.setAutoAttach': [
    params: {
      autoAttach: boolean;
      waitForDebuggerOnStart: boolean;
      flatten: boolean;
      filter: { type: string }[];
    },
    result: None,
  ];
  'Target.setDiscoverTargets': [params: { discover: boolean; filter: { type: string }[] }, result: None];
}

export interface Events {
  'Fetch.requestPaused': RequestPaused;
  'Inspector.targetCrashed': None;
  'Log.entryAdded': { entry: { level: string; text: string; url?: string; lineNumber?: number } };
  'Page.domContentEventFired': None;
  'Page.frameNavigated': { frame: Frame };
  'Page.frameRequestedNavigation': { frameId: string; url: string };
  'Page.loadEventFired': None;
  'Page.navigatedWithinDocument': { frameId: string; url: string };
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number };
  'Runtime.consoleAPICalled': { type: string; args: RemoteObject[]; stackTrace?: StackTrace };
  'Runtime.exceptionThrown': { exceptionDetails: ExceptionDetails };
  'Runtime.executionContextCreated': {
    context: { id: number; name: string; auxData?: { frameId?: string } };
  };
  'Runtime.executionContextDestroyed': { executionContextId: number };
  'Runtime.executionContextsCleared': None;
  'Target.attachedToTarget': { sessionId: string; targetInfo: TargetInfo };
  'Target.detachedFromTarget': { sessionId: string };
  'Target.targetDestroyed': { targetId: string };
}

export interface WindowBounds {
  left?: number;
  top?: number;
  width?: number;
  height?: number;
  windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen';
}

export interface HeaderEntry {
  name: string;
  value: string;
}

export interface Frame {
  id: string;
  parentId?: string;
  /** Names the document: a new one with each navigation. */
  loaderId: string;
  url: string;
  urlFragment?: string;
}

export interface RequestPaused {
  requestId: string;
  request: {
    url: string;
    method: string;
    headers: Record<string, string>;
    postDataEntries?: { bytes?: string }[];
  };
  frameId: string;
  resourceType: string;
  redirectedRequestId?: string;
}

export interface TargetInfo {
  targetId: string;
  url: string;
  openerId?: string;
}

interface RemoteObject {
  value?: unknown;
  description?: string;
}

interface StackTrace {
  callFrames: { url: string; lineNumber: number }[];
}

interface ExceptionDetails {
  text: string;
  url?: string;
  lineNumber: number;
  exception?: RemoteObject;
}

interface EvaluateParams {
  expression: string;
  contextId?: number;
  awaitPromise?: boolean;
  returnByValue?: boolean;
  userGesture?: boolean;
}

interface EvaluateResult {
  result: RemoteObject;
  exceptionDetails?: ExceptionDetails;
}
