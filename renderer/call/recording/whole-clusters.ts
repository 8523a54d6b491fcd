/**
 * A WebM file that can be played whatever becomes of the app: only whole clusters are written, the segment's length is
 * said to be unknown until it is, and index and length come last.
 */
import { StreamTarget, WebMOutputFormat, type StreamTargetChunk } from 'mediabunny';

export type WriteAt = (position: number, bytes: Uint8Array) => void;

/** Where the segment's length is: behind its id, six bytes long. */
const SEGMENT_ID = [0x18, 0x53, 0x80, 0x67];
const UNKNOWN_LENGTH = [0x07, 0xff, 0xff, 0xff, 0xff, 0xff];

export interface WholeClusters {
  format: WebMOutputFormat;
  target: StreamTarget;
  /** What comes from now on ends the file. */
  ends: () => void;
  /** All has come: what ends the file is written behind the last cluster. */
  ended: () => void;
}

export function wholeClusters(write: WriteAt): WholeClusters {
  /** Null before the end: what comes then comes once more as a whole cluster. */
  let end: StreamTargetChunk[] | null = null;
  const format = new WebMOutputFormat({
    minimumClusterDuration: 1,
    onEbmlHeader: (data, position) => {
      write(position, data.slice());
    },
    onSegmentHeader: (data, position) => {
      write(position, withUnknownLength(data));
    },
    onCluster: (data, position) => {
      write(position, data.slice());
    },
  });
  const writable = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => {
      end?.push({ type: 'write', data: data.slice(), position });
    },
  });
  return {
    ...{ format, target: new StreamTarget(writable) },
    ends: () => {
      end = [];
    },
    ended: () => {
      for (const { data, position } of end ?? []) write(position, data);
    },
  };
}

/** As a segment that is written live says it. */
export function withUnknownLength(header: Uint8Array): Uint8Array {
  const changed = header.slice();
  if (SEGMENT_ID.every((byte, index) => header[index] === byte))
    changed.set(UNKNOWN_LENGTH, SEGMENT_ID.length);
  return changed;
}
