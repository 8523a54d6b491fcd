/** What a page's messages cause: handlers run, listeners hear, questions are answered. */
import type Electron from 'electron';
import { ipcMain } from './ipc-main';
import type { FromPage, Question, ToPage } from './ipc-messages';
import { requestDisplay, requestMedia } from './permissions';
import { preventable } from './preventable';
import type { PageOwner } from './page-owner';

type Reply = (message: ToPage) => void;

export function onPageMessage(contents: PageOwner, message: FromPage, reply: Reply): void {
  switch (message.type) {
    case 'invoke':
      void invoke(contents, message, reply);
      break;
    case 'send':
      notify(contents, message);
      break;
    case 'ask':
      void answer(contents, message.question).then((value) => {
        reply({ type: 'value', id: message.id, value });
      });
      break;
    case 'title':
      contents.setTitleFromPage(message.title);
      break;
    case 'preload-error': {
      const error = Object.assign(new Error(message.message), { name: message.name, stack: message.stack });
      contents.emit('preload-error', preventable({}), contents.preload, error);
      break;
    }
  }
}

function eventFrom(contents: PageOwner): object {
  return preventable({
    type: 'frame',
    sender: contents,
    senderFrame: contents.mainFrame,
    frameId: contents.mainFrame.routingId,
    processId: contents.mainFrame.processId,
    ports: [],
    returnValue: undefined,
    reply: (channel: string, ...args: unknown[]) => {
      contents.send(channel, ...args);
    },
  });
}

async function invoke(
  contents: PageOwner,
  { id, channel, args }: Extract<FromPage, { type: 'invoke' }>,
  reply: Reply,
): Promise<void> {
  const handler = contents.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel);
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    reply({ type: 'value', id, value: await handler(eventFrom(contents), ...args) });
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    reply({ type: 'error', id, message: `Error invoking remote method '${channel}': ${String(error)}` });
  }
}

function notify(contents: PageOwner, { channel, args }: Extract<FromPage, { type: 'send' }>): void {
  const event = eventFrom(contents);
  contents.emit('ipc-message', event, channel, ...args);
  contents.ipc.emit(channel, event, ...args);
  ipcMain.emit(channel, event, ...args);
}

async function answer(contents: PageOwner, question: Question): Promise<boolean> {
  const electronContents = contents as unknown as Electron.WebContents;
  switch (question.kind) {
    case 'media':
      return requestMedia(electronContents, contents.session, question.mediaTypes);
    case 'display-capture':
      return requestDisplay(electronContents, contents.session, question);
    case 'open':
      contents.onWindowOpen(question.url, question.frameName, question.features);
      return true;
  }
}
