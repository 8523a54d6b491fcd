/** Runs in an app's window before anything else: keeps when things happen for the first time. */
import type { Mark, Marks } from './marks';
import { now } from './now';

const marks: Marks = {};
Object.assign(window, { marks });
const mark = (name: Mark): void => {
  marks[name] ??= now();
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
