const { contextBridge, ipcRenderer } = require('electron');

globalThis.onlyInPreload = true;

contextBridge.exposeInMainWorld('sample', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  sender: () => ipcRenderer.invoke('sender'),
  secret: (text) => ipcRenderer.invoke('secret', text),
  note: (value) => ipcRenderer.send('note', value),
  add: (a, b) => a + b,
  throwNow: () => {
    throw new RangeError('at once');
  },
  onPush: (listener) => {
    const forward = (_event, ...args) => listener(...args);
    ipcRenderer.on('push', forward);
    return () => ipcRenderer.off('push', forward);
  },
  nested: { list: [1, 2] },
});
