/** Runs in the preload's world: gives it `require('electron')`, then runs it. */
import type { Question } from '../ipc-messages';
import type { PreloadInfo } from '../page-scripts';
import { BridgeLink } from './bridge-link';
import { RendererIpc } from './ipc-renderer';

type Preload = (
  require: unknown,
  process: unknown,
  global: unknown,
  module: unknown,
  exports: unknown,
) => void;

const modules = ['electron', 'electron/renderer', 'electron/common'];

export function start(info: PreloadInfo, preload: Preload): void {
  if (window !== window.top) return;
  const ipc = new RendererIpc();
  const channel = document.createElement('i');
  const link = new BridgeLink(channel, 'isolated', 'main');
  link.offer('host', (question) => ipc.ask(question as Question));
  const hello = (): void => {
    document.dispatchEvent(new MouseEvent(info.token, { relatedTarget: channel }));
  };
  document.addEventListener(`${info.token}-hello`, hello);
  hello();
  watchLinks(ipc);
  watchTitle(ipc);
  runPreload(info, preload, ipc, makeContextBridge(channel, link));
}

function makeContextBridge(channel: EventTarget, link: BridgeLink): object {
  const exposed = new Set<string>();
  return {
    exposeInMainWorld(key: string, api: unknown): void {
      if (exposed.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.add(key);
      channel.dispatchEvent(new CustomEvent('expose', { detail: { key, api: link.pack(api) } }));
    },
  };
}

function runPreload(info: PreloadInfo, preload: Preload, ipc: RendererIpc, contextBridge: object): void {
  const webFrame = { getZoomFactor: () => 1, setZoomFactor: () => undefined };
  // A page of its own is not told where a file lies: as Electron answers for one that was made by a script.
  const webUtils = { getPathForFile: () => '' };
  const electron = { contextBridge, ipcRenderer: ipc.ipcRenderer, webFrame, webUtils };
  const process = {
    platform: info.platform,
    versions: info.versions,
    argv: info.argv,
    env: {},
    type: 'renderer',
    contextIsolated: true,
    sandboxed: true,
  };
  const require = (name: string): object => {
    if (modules.includes(name)) return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  try {
    preload(require, process, globalThis, module, module.exports);
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { name, message, stack = '' } = error;
    console.error(`Unable to load preload script: ${info.preload}`, stack);
    ipc.tell({ type: 'preload-error', name, message, stack });
  }
}

/** Links into a new window, and clicks that ask for one, take the same road as `window.open`. */
function watchLinks(ipc: RendererIpc): void {
  const onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.href === '' || event.defaultPrevented) return;
    const newWindow = link.target === '_blank' || event.ctrlKey || event.metaKey || event.button === 1;
    if (!newWindow) return;
    event.preventDefault();
    void ipc.ask({ kind: 'open', url: link.href, frameName: '', features: '' });
  };
  // On the window and not capturing: the page's own listeners may prevent it first.
  window.addEventListener('click', onClick);
  window.addEventListener('auxclick', onClick);
}

function watchTitle(ipc: RendererIpc): void {
  let known = '';
  const tell = (): void => {
    if (document.title === known) return;
    known = document.title;
    ipc.tell({ type: 'title', title: known });
  };
  new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
}
