/** When things happen for the first time in an app's window, on a clock that all windows have in common. */
import type { Page } from '@playwright/test';

/**
 * pressed: the person asks to join. connection: a link is made. channel: its data channel is open. media: the other's
 * picture was negotiated. picture: it is shown.
 */
type Mark = 'pressed' | 'connection' | 'channel' | 'media' | 'picture';
export type Marks = Partial<Record<Mark, number>>;

interface Marking {
  marks: Marks;
}

/** Runs in the page, so everything that it needs stands in it. */
function startMarking(): void {
  const marks: Marks = {};
  Object.assign(window, { marks });
  const mark = (name: Mark): void => {
    marks[name] ??= performance.timeOrigin + performance.now();
  };
  const watchChannel = (channel: RTCDataChannel): void => {
    if (channel.readyState === 'open') mark('channel');
    else {
      channel.addEventListener('open', () => {
        mark('channel');
      });
    }
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      mark('connection');
      this.addEventListener('datachannel', ({ channel }) => {
        watchChannel(channel);
      });
      this.addEventListener('track', ({ track }) => {
        if (track.kind === 'video') mark('media');
      });
    }

    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      watchChannel(channel);
      return channel;
    }
  };
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('[data-testid="preview-enter"]')) mark('pressed');
    },
    true,
  );
  const watched = new WeakSet<HTMLVideoElement>();
  const others = 'video[data-testid^="video-"]:not([data-testid="video-self"])';
  new MutationObserver(() => {
    for (const video of document.querySelectorAll<HTMLVideoElement>(others)) {
      if (watched.has(video)) continue;
      watched.add(video);
      video.requestVideoFrameCallback(() => {
        mark('picture');
      });
    }
  }).observe(document, { childList: true, subtree: true });
}

/** From the next load on. */
export async function keepMarks(page: Page): Promise<void> {
  await page.addInitScript(startMarking);
}

/** For `waitForFunction`. */
export function hasPicture(): boolean {
  return (window as unknown as Marking).marks.picture !== undefined;
}

export async function marksOf(page: Page): Promise<Marks> {
  return page.evaluate(() => (window as unknown as Marking).marks);
}
