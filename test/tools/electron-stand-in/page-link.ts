/** One page's IPC: the channel to its preload's world, which is a new one after each navigation. */
import type { CdpSession } from './cdp';
import { DELIVER, SEND, type FromPage, type ToPage } from './ipc-messages';
import { verbose, whenItFails } from './log';
import { ISOLATED_WORLD_NAME } from './page-scripts';
import { decode, encode } from './structured-clone';

type Receiver = (message: FromPage, reply: (message: ToPage) => void) => void;

export class PageLink {
  private world: number | undefined;

  constructor(
    private readonly session: CdpSession,
    frameId: string,
    receive: Receiver,
  ) {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === ISOLATED_WORLD_NAME && context.auxData?.frameId === frameId)
        this.world = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.world) this.world = undefined;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.world = undefined;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Only the top frame's preload speaks: a frame inside the page has the binding's world, but not its id.
      if (name !== SEND || executionContextId !== this.world) return;
      receive(decode(payload) as FromPage, (message) => {
        if (executionContextId === this.world) this.send(message);
      });
    });
  }

  /** A page that is loading or has gone hears nothing, as in Electron. */
  send(message: ToPage): void {
    if (this.world === undefined) {
      verbose('no page to hear', message.type);
      return;
    }
    const expression = `${DELIVER}(${JSON.stringify(encode(message))})`;
    this.session
      .send('Runtime.evaluate', { expression, contextId: this.world })
      .catch(whenItFails('deliver'));
  }
}
