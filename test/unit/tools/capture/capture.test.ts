import { describe, expect, it } from 'vitest';
import {
  changingSingleBytes,
  packetsPerSecond,
  sortByStretch,
  unexplainedSizes,
} from '../../../support/capture/leaks';
import { readNegotiated } from '../../../support/capture/negotiated';
import { readPcap } from '../../../support/capture/pcap';
import { rtpPackets, streamsOf, type RtpPacket } from '../../../support/capture/rtp';
import { stretchesOf } from '../../../support/capture/stretches';
import { pcap, rtp, sound, type Frame } from './packets';

const ONE_BYTE = 0xbede;
const TWO_BYTE = 0x1000;
const frame = (payload: Uint8Array, more: Partial<Frame> = {}): Frame => ({
  seconds: 1000,
  microseconds: 500,
  payload,
  ...more,
});
const opus = { payloadType: 111, sequence: 1, ssrc: 7, payloadLength: 90 };
const parsed = (payload: Uint8Array): RtpPacket[] => rtpPackets(readPcap(pcap([frame(payload)])));

describe('a capture file', () => {
  it.each([
    { littleEndian: true, nanoseconds: false },
    { littleEndian: false, nanoseconds: false },
    { littleEndian: true, nanoseconds: true },
  ])('gives datagrams with time, ports and length: %o', (options) => {
    const [datagram, ...more] = readPcap(pcap([frame(Uint8Array.of(1, 2, 3))], options));
    expect(more).toEqual([]);
    expect(datagram).toMatchObject({ at: 1_000_000.5, sourcePort: 5000, destinationPort: 6000, length: 3 });
    expect([...(datagram?.bytes ?? [])]).toEqual([1, 2, 3]);
  });

  it('tells the true length of what was kept in part', () => {
    const [datagram] = readPcap(pcap([frame(new Uint8Array(500), { keep: 14 + 20 + 8 + 60 })]));
    expect(datagram).toMatchObject({ length: 500 });
    expect(datagram?.bytes).toHaveLength(60);
  });

  it('holds IPv6, and leaves out other protocols, fragments and a last record that was cut off', () => {
    const one = Uint8Array.of(1);
    expect(readPcap(pcap([frame(one, { version: 6 })]))).toHaveLength(1);
    expect(readPcap(pcap([frame(one, { protocol: 6 }), frame(one, { fragmentOffset: 8 })]))).toEqual([]);
    expect(readPcap(pcap([frame(one), frame(one)]).slice(0, -1))).toHaveLength(1);
  });

  it('is refused when it is something else', () => {
    expect(() => readPcap(new Uint8Array(24))).toThrow('no capture file');
    expect(() => readPcap(pcap([], { linkType: 276 }))).toThrow('not Ethernet');
  });
});

describe('an RTP packet', () => {
  it('is told from STUN, DTLS and RTCP', () => {
    const rtcp = rtp({ ...opus, payloadType: 200 });
    const others = [0, 20, 63].map((first) => Uint8Array.of(first, ...new Uint8Array(20)));
    expect([rtcp, ...others].flatMap(parsed)).toEqual([]);
    expect(parsed(rtp(opus))).toMatchObject([{ ...opus, extensions: [], at: 1_000_000.5, sourcePort: 5000 }]);
  });

  it('shows its header extensions of one and of two bytes, and how long the rest is', () => {
    const oneByte = { profile: ONE_BYTE, block: [0x30, 0x85, 0, 0x91, 1, 2, 0, 0] };
    const twoByte = { profile: TWO_BYTE, block: [3, 1, 0x85, 0, 9, 2, 1, 2] };
    const expected = [
      { id: 3, value: Uint8Array.of(0x85) },
      { id: 9, value: Uint8Array.of(1, 2) },
    ];
    for (const extension of [oneByte, twoByte]) {
      const packets = parsed(rtp({ ...opus, contributing: 2, extension }));
      expect(packets).toMatchObject([{ extensions: expected, payloadLength: 90 }]);
    }
  });

  it('is refused when its extensions cannot be read', () => {
    const extension = { profile: 0x2000, block: [0, 0, 0, 0] };
    expect(() => parsed(rtp({ ...opus, extension }))).toThrow('unknown header extension');
    const cut = { profile: ONE_BYTE, block: [0x3f, 0, 0, 0] };
    expect(() => parsed(rtp({ ...opus, extension: cut }))).toThrow('cut off');
  });

  it('belongs to a stream by source and payload type', () => {
    const packets = [opus, { ...opus, payloadType: 63 }, opus, { ...opus, ssrc: 8 }].flatMap((parts) =>
      parsed(rtp(parts)),
    );
    expect(streamsOf(packets).map((stream) => stream.length)).toEqual([2, 1, 1]);
  });
});

describe('what sound tells', () => {
  const many = (count: number, size: number): number[] => Array.from({ length: count }, () => size);

  it('is nothing at constant bit rate, while the counter grows', () => {
    expect(unexplainedSizes(sound(many(500, 108)))).toEqual([]);
    expect(unexplainedSizes(sound([...many(8, 107), ...many(248, 108), ...many(300, 109)]))).toEqual([]);
  });

  it('is not found in copies and in another order', () => {
    const stream = sound([...many(100, 108), ...many(100, 109)]);
    expect(unexplainedSizes([...stream, ...stream].reverse())).toEqual([]);
  });

  it.each([
    ['variable bit rate', [108, 112, 104, 108]],
    ['discontinuous transmission', [...many(50, 108), 32, ...many(50, 108)]],
    ['a size that falls', [...many(300, 109), ...many(300, 108)]],
    ['a growth by more than one', [...many(300, 108), ...many(300, 110)]],
    ['growth more often than a counter grows', [...many(100, 107), ...many(200, 108), ...many(100, 109)]],
  ])('is found: %s', (_, sizes) => {
    expect(unexplainedSizes(sound(sizes))).not.toEqual([]);
  });

  it('is sorted by stretch, and counted', () => {
    const stream = sound(many(100, 108));
    const silent = { isLoud: false, from: 0, to: 1000 };
    const loud = { isLoud: true, from: 1200, to: 2000 };
    const sorted = sortByStretch(stream, [silent, loud]);
    expect([sorted.silent.length, sorted.loud.length]).toEqual([50, 40]);
    expect(packetsPerSecond(stream, silent)).toBe(50);
    const paused = stream.filter(({ at }) => at < 1200 || at % 400 === 0);
    expect(packetsPerSecond(paused, loud)).toBeLessThan(5);
  });

  it('is found in a header extension of one byte that changes', () => {
    const levels = [0x85, 0x91, 0xff].map((level) => ({ id: 1, value: Uint8Array.of(level) }));
    const name = { id: 4, value: Uint8Array.of(0x30) };
    const stream = sound(many(3, 108)).map((packet, index) => ({
      ...packet,
      extensions: [name, ...levels.slice(index, index + 1)],
    }));
    expect(changingSingleBytes(stream)).toEqual([1]);
  });
});

describe('stretches', () => {
  const heard = (levels: [level: number, milliseconds: number][]) => {
    let at = 0;
    return levels.flatMap(([level, milliseconds]) =>
      Array.from({ length: milliseconds / 50 }, () => ({ at: (at += 50), level })),
    );
  };

  it('are those that last, without what may have been on its way', () => {
    const turns: [number, number][] = [
      [0, 3000],
      [0.005, 100],
      [0.2, 3000],
      [0, 500],
      [0.2, 1000],
      [0, 2000],
    ];
    expect(stretchesOf(heard(turns))).toEqual([
      { isLoud: false, from: 50, to: 3000 - 1040 },
      // Until the window has let go of it, at 6,300.
      { isLoud: true, from: 3150, to: 6300 - 1040 },
      { isLoud: false, from: 7850, to: 9600 - 1040 },
    ]);
  });

  it('of speech may have weak moments', () => {
    const turns = Array.from({ length: 20 }, (): [number, number][] => [
      [0.2, 150],
      [0.001, 150],
    ]).flat();
    expect(stretchesOf(heard(turns))).toEqual([{ isLoud: true, from: 50, to: 6000 - 1040 }]);
  });
});

describe('what was negotiated', () => {
  it('is every name that an extension id has, and the payload types of sound', () => {
    const { audioPayloadTypes, extensions } = readNegotiated([
      'm=audio 9 UDP/TLS/RTP/SAVPF 111 63\r\na=extmap:1 urn:a\r\na=extmap:14/sendonly urn:b\r\n',
      'm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=extmap:1 urn:c\r\n',
    ]);
    expect([...audioPayloadTypes]).toEqual([111, 63]);
    expect(extensions.get(1)).toEqual(['urn:a', 'urn:c']);
    expect(extensions.get(14)).toEqual(['urn:b']);
  });
});
