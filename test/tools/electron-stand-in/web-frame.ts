/** `WebFrameMain` for a page's top frame, the only frame that has a preload. */
import { originOf } from './scheme-map';

interface Page {
  getURL(): string;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
  executeJavaScript(code: string): Promise<unknown>;
}

export class MainFrame {
  readonly name = '';
  readonly processId = 1;
  readonly routingId = 1;
  readonly parent = null;
  readonly frames = [];

  constructor(
    private readonly page: Page,
    readonly frameTreeNodeId: number,
  ) {}

  /** As in Electron, a top frame is its own top. */
  get top(): this {
    return this;
  }

  get url(): string {
    return this.page.getURL();
  }

  get origin(): string {
    return originOf(this.url);
  }

  get detached(): boolean {
    return this.page.isDestroyed();
  }

  isDestroyed(): boolean {
    return this.page.isDestroyed();
  }

  send(channel: string, ...args: unknown[]): void {
    this.page.send(channel, ...args);
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this.page.executeJavaScript(code);
  }
}
