/** Chromium has these; the DOM's types do not know them yet (W3C mediacapture-transform). */

type Processor = new (of: { track: MediaStreamTrack; maxBufferSize: number }) => {
  readable: ReadableStream<VideoFrame>;
};
type Generator = new (of: { kind: 'video' }) => MediaStreamTrack & { writable: WritableStream<VideoFrame> };

interface Streams {
  MediaStreamTrackProcessor?: Processor;
  MediaStreamTrackGenerator?: Generator;
  VideoEncoder?: unknown;
}

/** All that encoding once needs of the browser; null where it lacks any of it. */
export function chromiumStreams(): { Processor: Processor; Generator: Generator } | null {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator, VideoEncoder } =
    globalThis as unknown as Streams;
  if (!MediaStreamTrackProcessor || !MediaStreamTrackGenerator || VideoEncoder === undefined) return null;
  return { Processor: MediaStreamTrackProcessor, Generator: MediaStreamTrackGenerator };
}
