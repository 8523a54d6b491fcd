/** Pictures that are encoded and sealed once for all: each protection of a sender of its own has its like here. */
import type { Protection } from '../protection';

const loop = 'renderer/call/frames/frame-loop.ts';
const parts = 'unit/renderer/call/frames/worker-parts.test.ts';
const fan = 'renderer/call/once/picture-fan.ts';
const fanTest = 'unit/renderer/call/once/picture-fan.test.ts';
const feed = 'renderer/call/once/once-video-feed.ts';
const feeds = 'unit/renderer/call/once/feeds.test.ts';

export const picturesOnce: readonly Protection[] = [
  {
    name: 'dummy-without-a-picture',
    file: loop,
    find: 'return bytes ? { ok: true, bytes } : DROPPED;',
    replace: 'return { ok: true, bytes: bytes ?? _ };',
    tests: [parts],
  },
  {
    name: 'dummy-is-nobodys-picture',
    file: loop,
    find: "codec === 'vp8' && isDummy(frame) ? DROPPED : sealer.seal(track, codec, bytes),",
    replace: 'sealer.seal(track, codec, bytes),',
    tests: [parts],
  },
  {
    name: 'once-is-sealed',
    file: fan,
    find: 'if (sealed.ok) sink.offer(rung, { bytes: sealed.bytes, isKey, layer });',
    replace: 'if (sealed.ok) sink.offer(rung, { bytes: payload, isKey, layer });',
    tests: [fanTest],
  },
  {
    name: 'once-without-a-key',
    file: fan,
    find: 'else sink.missed(rung);',
    replace: 'else sink.offer(rung, { bytes: payload, isKey, layer });',
    tests: [fanTest],
  },
  {
    name: 'once-of-this-camera',
    file: fan,
    find: 'if (this.#encoders[rung] !== encoder) return;',
    replace: '',
    tests: [fanTest],
  },
  {
    name: 'once-waits-for-no-camera',
    file: fan,
    find: 'for (const sink of this.#sinks.values()) sink.clear();',
    replace: '',
    tests: [fanTest],
  },
  {
    name: 'once-fans-first',
    file: feed,
    find: 'this.frames.fanSender(sender, connection);',
    replace: '',
    tests: [feeds],
  },
  {
    name: 'once-sends-the-dummy',
    file: feed,
    find: 'replaceTrack(sender, this.#camera && this.#dummy);',
    replace: 'replaceTrack(sender, this.#camera);',
    tests: [feeds],
  },
  {
    name: 'key-frames-for-all',
    file: 'renderer/call/once/key-frame-limit.ts',
    find: 'if (first !== rung || this.now() - this.#madeAt < INTERVAL_MS) return false;',
    replace: 'if (first !== rung) return false;',
    tests: ['unit/renderer/call/once/sink.test.ts'],
  },
];
