/** One page's navigations: which the app asked for, and which it may prevent. */
import type { CdpSession } from './cdp';
import type { RequestPaused } from './cdp-types';
import { whenItFails } from './log';
import { preventable } from './preventable';
import { answerRequest } from './protocol';
import { runtime } from './runtime';
import type { PageOwner } from './page-owner';

/** The document's name, or none when only the fragment changed, or why it failed. */
export interface Started {
  readonly loaderId?: string;
  readonly errorText?: string;
}

export class Navigation {
  private readonly asked = new Set<string>();

  constructor(
    private readonly contents: PageOwner,
    private readonly session: CdpSession,
    private readonly frameId: string,
  ) {
    session.on('Fetch.requestPaused', (paused) => {
      this.onRequest(paused).catch(whenItFails('request'));
    });
    session.on('Page.frameRequestedNavigation', (requested) => {
      // Links to other programs never become a request, but the app hears of them all the same.
      if (/^(https?|about|blob|data|javascript):/.test(requested.url)) return;
      this.isPrevented(requested.url, requested.frameId === frameId);
    });
  }

  /** Loads at the app's own wish: nobody is asked. */
  async start(url: string): Promise<Started> {
    const mapped = runtime.schemes.toWeb(url);
    this.asked.add(withoutFragment(mapped));
    try {
      return await this.session.send('Page.navigate', { url: mapped });
    } finally {
      this.asked.delete(withoutFragment(mapped));
    }
  }

  private async onRequest(paused: RequestPaused): Promise<void> {
    if (paused.resourceType === 'Document' && this.mayNotGo(paused)) {
      await this.session.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' });
      return;
    }
    await answerRequest(this.session, paused);
  }

  private mayNotGo({ request, frameId, redirectedRequestId }: RequestPaused): boolean {
    const url = runtime.schemes.fromWeb(request.url);
    const isMainFrame = frameId === this.frameId;
    if (redirectedRequestId !== undefined) {
      const event = preventable({
        url,
        isMainFrame,
        isSameDocument: false,
        frame: this.frameFor(isMainFrame),
      });
      this.contents.emit('will-redirect', event, url, false, isMainFrame);
      return event.defaultPrevented;
    }
    if (isMainFrame && this.asked.has(request.url)) return false;
    const isReload = isMainFrame && url === withoutFragment(this.contents.getURL());
    return !isReload && this.isPrevented(url, isMainFrame);
  }

  private isPrevented(url: string, isMainFrame: boolean): boolean {
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame: this.frameFor(isMainFrame) });
    this.contents.emit('will-frame-navigate', event);
    if (isMainFrame) this.contents.emit('will-navigate', event, url, false, true);
    return event.defaultPrevented;
  }

  /** The stand-in has no objects for frames inside a page. */
  private frameFor(isMainFrame: boolean): unknown {
    return isMainFrame ? this.contents.mainFrame : null;
  }
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
