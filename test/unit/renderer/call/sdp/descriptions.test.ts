import { describe, expect, it } from 'vitest';
import {
  formatCandidate,
  isPossibleAddress,
  parseCandidate,
  parseCandidates,
} from '../../../../../renderer/call/sdp/candidates';
import { buildDataSdp, readTransport } from '../../../../../renderer/call/sdp/compact-sdp';
import { EVEN_SOUND, SPARING_SOUND } from '../../../../../renderer/call/encoding/sound-encoding';
import { buildMediaSdp, readMediaDescription } from '../../../../../renderer/call/sdp/media-sdp';
import { buildRestartSdp, restarted } from '../../../../../renderer/call/sdp/restart-sdp';
import {
  compactDescriptionSchema,
  mediaDescriptionSchema,
  partOf,
  type CompactDescription,
  type MediaDescription,
  type MediaSection,
} from '../../../../../shared/wire/description';

const transport: CompactDescription = {
  ufrag: 'abcd',
  pwd: 'abcdefghijklmnopqrstuvwx',
  fingerprint: new Uint8Array(32).map((_, index) => index),
  setup: 'actpass',
  candidates: [
    {
      foundation: '1',
      protocol: 'udp',
      type: 'host',
      address: '192.0.2.7',
      port: 5000,
      priority: 2122260223,
    },
  ],
};
const opus: MediaSection['codecs'][number] = {
  payloadType: 111,
  name: 'opus',
  clockRate: 48000,
  channels: 2,
  feedback: ['transport-cc'],
};
const audio: MediaSection = {
  kind: 'audio',
  mid: '1',
  direction: 'sendrecv',
  codecs: [opus],
  extensions: [{ id: 4, uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' }],
  sources: [{ ssrc: 42, cname: 'c' }],
};
const video: MediaSection = {
  kind: 'video',
  mid: '2',
  direction: 'sendrecv',
  codecs: [
    {
      payloadType: 96,
      name: 'VP8',
      clockRate: 90000,
      channels: 1,
      feedback: ['nack', 'nack pli'],
    },
    { payloadType: 97, name: 'rtx', clockRate: 90000, channels: 1, repeats: 96, feedback: [] },
  ],
  extensions: [],
  sources: [
    { ssrc: 1, cname: 'c' },
    { ssrc: 2, cname: 'c' },
  ],
};
const media: MediaDescription = { kind: 'offer', transport, dataMid: '0', sections: [audio, video] };

describe('addresses of candidates', () => {
  it.each(['192.0.2.7', '10.0.0.1', '2001:db8::1', 'fd00::2', '8c1a5f66-6f3d-4f3c-9d6f-1f2e3d4c5b6a.local'])(
    'may be %s',
    (address) => {
      expect(isPossibleAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '169.254.1.1',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '0::1',
    '0:0:0:0:0:0:0:1',
    '0:0:0:0:0:ffff:7f00:1',
    '0:0:0:0:0:ffff:127.0.0.1',
    '64:ff9b::127.0.0.1',
    '2002:7f00:1::',
    'fec0::1',
    'fec0::1::1',
    '1:2:3:4:5:6:7',
    '12345::1',
    'fe80::1',
    'ff02::1',
    'example.org',
    'printer.local',
    '1.2.3',
    '01.2.3.4',
    '1.2.3.4\r\na=x',
    '',
  ])('may not be %j', (address) => {
    expect(isPossibleAddress(address)).toBe(false);
    const candidate = {
      foundation: '1',
      protocol: 'udp',
      type: 'host',
      address,
      port: 1,
      priority: 1,
    } as const;
    expect(formatCandidate(candidate)).toBeNull();
  });

  it('are told without the address behind a reflexive one, and at most sixteen', () => {
    const parsed = parseCandidate(
      '1 1 udp 1685987071 203.0.113.9 40000 typ srflx raddr 192.168.1.5 rport 5000',
    );
    expect(parsed).toMatchObject({ type: 'srflx', address: '203.0.113.9' });
    expect(parsed && formatCandidate(parsed)).toBe(
      '1 1 udp 1685987071 203.0.113.9 40000 typ srflx raddr 0.0.0.0 rport 0',
    );
    const many = ['host', 'srflx', 'relay'].flatMap((type) =>
      Array.from({ length: 40 }, (_, index) => `1 1 udp ${String(index)} 192.0.2.7 9 typ ${type}`),
    );
    expect(parseCandidates(many)).toHaveLength(16);
    expect(parseCandidates(many)[0]).toMatchObject({ type: 'host', priority: 39 });
    expect(new Set(parseCandidates(many).map(({ type }) => type)).size).toBe(3);
  });
});

describe('compact descriptions', () => {
  it('come back from the session description that they make', () => {
    expect(readTransport(buildDataSdp(transport))).toEqual(transport);
  });

  it.each([
    { ufrag: 'ab\r\na=evil' },
    { ufrag: 'abc' },
    { pwd: 'short' },
    { pwd: 'abcdefghijklmnopqrstuvwx\r\n' },
    { fingerprint: new Uint8Array(31) },
    { setup: 'holdconn' },
    { candidates: Array.from({ length: 17 }, () => transport.candidates[0]) },
    { candidates: [{ ...transport.candidates[0], foundation: '1 2' }] },
    { candidates: [{ ...transport.candidates[0], port: 0 }] },
    { candidates: [{ ...transport.candidates[0], protocol: 'tcp' }] },
  ])('are refused when a part is wrong: %j', (change) => {
    expect(compactDescriptionSchema.safeParse({ ...transport, ...change }).success).toBe(false);
  });
});

describe('media descriptions', () => {
  it('come back from the session description that they make', () => {
    const back = readMediaDescription('offer', buildMediaSdp(media, transport, EVEN_SOUND));
    expect(back.sections[1]).toEqual(video);
    expect(back.transport).toEqual(transport);
  });

  it('always ask for Opus at constant bit rate, whatever the other side said', () => {
    expect(buildMediaSdp(media, transport, EVEN_SOUND)).toContain(
      'a=fmtp:111 minptime=10;useinbandfec=1;cbr=1',
    );
  });

  it('ask for variable rate and gaps only when this side chose to save bandwidth', () => {
    const sdp = buildMediaSdp(media, transport, SPARING_SOUND);
    expect(sdp).toContain('usedtx=1');
    expect(sdp).not.toContain('cbr=1');
    expect(buildMediaSdp(media, transport, EVEN_SOUND)).not.toContain('usedtx');
  });

  it('send sound with repetitions when the other side can read them, unless bandwidth is saved', () => {
    const red = {
      payloadType: 63,
      name: 'red',
      clockRate: 48000,
      channels: 2,
      repeats: 111,
      feedback: [],
    } as const;
    const both = mediaDescriptionSchema.parse({ ...media, sections: [{ ...audio, codecs: [opus, red] }] });
    const even = buildMediaSdp(both, transport, EVEN_SOUND);
    expect(even).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 63 111');
    expect(even).toContain('a=fmtp:63 111/111');
    expect(readMediaDescription('offer', even).sections[0]?.codecs).toEqual([red, opus]);
    expect(buildMediaSdp(both, transport, SPARING_SOUND)).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 111 63');
  });

  it('carry the transport that the link was opened with, not the one that they claim', () => {
    const other = { ...transport, fingerprint: new Uint8Array(32), ufrag: 'other', candidates: [] };
    expect(buildMediaSdp({ ...media, transport: other }, transport, EVEN_SOUND)).toBe(
      buildMediaSdp(media, transport, EVEN_SOUND),
    );
  });

  it('leave congestion control to the own browser: a peer sets no parameters of a codec', () => {
    const hostile = { ...opus, parameters: { 'x-google-min-bitrate': '30000' } };
    const parsed = mediaDescriptionSchema.parse({ ...media, sections: [{ ...audio, codecs: [hostile] }] });
    expect(buildMediaSdp(parsed, transport, EVEN_SOUND)).not.toContain('x-google');
  });

  it('are refused with two sections of sound, or three of pictures', () => {
    const twice = { ...media, sections: [audio, { ...audio, mid: '7' }] };
    expect(mediaDescriptionSchema.safeParse(twice).success).toBe(false);
    const pictures = [video, { ...video, mid: '7' }, { ...video, mid: '8' }];
    expect(mediaDescriptionSchema.safeParse({ ...media, sections: pictures }).success).toBe(false);
    const both = [audio, video, { ...video, mid: '7' }, { ...audio, mid: '8' }];
    expect(mediaDescriptionSchema.safeParse({ ...media, sections: both }).success).toBe(false);
  });

  it('have the screen behind the camera, whatever their mids and wherever the sound stands', () => {
    const screen = { ...video, mid: '1a', sources: [{ ssrc: 77, cname: 'c' }] };
    for (const sections of [
      [audio, video, screen],
      [video, screen, audio],
    ]) {
      const both = mediaDescriptionSchema.parse({ ...media, sections });
      expect(sections.map(({ mid }) => partOf(both, mid)).sort()).toEqual(['audio', 'screen', 'video']);
      expect(partOf(both, '2')).toBe('video');
      expect(partOf(both, '1a')).toBe('screen');
      const back = readMediaDescription('offer', buildMediaSdp(both, transport, EVEN_SOUND));
      expect(back.sections).toEqual(both.sections);
    }
    expect(partOf(media, '1a')).toBeNull();
    expect(partOf(media, null)).toBeNull();
  });

  it('are refused when they would tell in the clear how loud somebody is', () => {
    const loud = {
      ...media,
      sections: [{ ...audio, extensions: [{ id: 1, uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level' }] }],
    };
    expect(() => buildMediaSdp(loud, transport, EVEN_SOUND)).toThrow('forbidden extension');
  });

  it.each([
    { mid: '1\r\na=x' },
    { codecs: [] },
    { codecs: [{ ...opus, name: 'H264' }] },
    { codecs: [{ ...opus, name: 'VP9' }] },
    { codecs: [{ ...opus, name: 'rtx' }] },
    { sources: [{ ssrc: 1, cname: 'a b' }] },
  ])('are refused when a part is wrong: %j', (change) => {
    expect(mediaDescriptionSchema.safeParse({ ...media, sections: [{ ...audio, ...change }] }).success).toBe(
      false,
    );
  });
});

describe('a restart', () => {
  const claimed: CompactDescription = {
    ufrag: 'wxyz',
    pwd: 'zyxwvutsrqponmlkjihgfedc',
    fingerprint: new Uint8Array(32).fill(7),
    setup: 'passive',
    candidates: transport.candidates.map((candidate) => ({ ...candidate, address: '192.0.2.8' })),
  };

  it('changes the way to the other end, not its certificate, its role or what was negotiated', () => {
    const media: MediaDescription = { kind: 'offer', transport, dataMid: '0', sections: [audio, video] };
    const way = restarted(transport, claimed);
    expect(way).toEqual({
      ...claimed,
      fingerprint: transport.fingerprint,
      setup: transport.setup,
    });
    for (const known of [null, media]) {
      const before = buildRestartSdp(known, transport, EVEN_SOUND).split('\r\n');
      const after = buildRestartSdp(known, way, EVEN_SOUND).split('\r\n');
      const changed = after.filter((line, index) => line !== before[index]);
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.filter((line) => !/^a=(?:ice-ufrag|ice-pwd|candidate):/.test(line))).toEqual([]);
      expect(after).toHaveLength(before.length);
    }
  });
});
