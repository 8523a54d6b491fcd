import { beforeAll, expect, it } from 'vitest';
import { concat, fromHex, comparePublic } from '../../../shared/bytes';
import { cryptoReady } from '../../../shared/crypto/sodium';
import { deriveMeetingKeys } from '../../../shared/invite/key-schedule';
import { SymmetricState } from '../../../shared/noise/symmetric-state';
import { memberPrologue, protocol } from '../../../shared/meeting/prologue';
import { encodeCarrierFrame } from '../../../shared/meeting/carrier';
import { isPossibleAddress, formatCandidate } from '../../../renderer/call/candidates';
import { buildMediaSdp } from '../../../renderer/call/media-sdp';
import { mediaDescriptionSchema, compactDescriptionSchema } from '../../../shared/wire/description';
import { World, peersOf } from '../support/world';
beforeAll(cryptoReady);

it('low order e', () => {
  for (let s = 0; s < 12; s++) {
    const world = new World('lo' + s);
    const host = world.host('Alice'); const guest = world.guest('Bob');
    world.run(1000); world.admitFirst(host);
    // guest sends malicious handshake first message
    let sent = false;
    const orig = guest.links.send.bind(guest.links);
    guest.links.send = (id, bytes) => {
      if (sent) return;
      sent = true;
      const hv = host.meeting.view; const gv = guest.meeting.view;
      const guestId = hv.phase === 'inside' ? hv.peers[0]!.peerId : '';
      const hostId = (guest.meeting as any).constructor && (globalThis as any).__h;
      const H = (world as any).hostPeer as Uint8Array;
      const sym = new SymmetricState(protocol.name);
      sym.mixHash(memberPrologue(deriveMeetingKeys(world.invite).meetingId, fromHex(guestId), H));
      const e = new Uint8Array(32);
      sym.mixHash(e); sym.mixKey(e);
      orig(id, encodeCarrierFrame('handshake', concat(e, sym.encryptAndHash(new Uint8Array(0)))));
    };
    const o = guest.links.open.bind(guest.links);
    guest.links.open = (l, p, r) => { (world as any).hostPeer = fromHex(p); o(l, p, r); };
    try { world.run(3000); console.log(s, 'no throw', sent); } catch (error) { console.log(s, 'THROWS out of Meeting.link:', (error as Error).message); return; }
  }
});

it('ghost', () => {
  const world = new World('ghost');
  const host = world.host('Alice'); const guest = world.guest('Bob');
  guest.links.open = () => undefined; // the guest's app is gone / never answers
  world.run(1000); world.admitFirst(host);
  for (const t of [61_000, 120_000, 600_000]) { world.run(t); console.log('ghost after', t, JSON.stringify(peersOf(host))); }
  guest.meeting.leave(); 
  const carol = world.guest('Carol'); world.run(5000);
  console.log('carol', JSON.stringify(carol.meeting.view));
});
it('ghost withdraw', () => {
  const world = new World('ghost2');
  const host = world.host('Alice'); const guest = world.guest('Bob');
  guest.links.open = () => undefined;
  world.run(1000); world.admitFirst(host); world.run(1000);
  guest.meeting.leave(); world.run(200_000);
  console.log('ghost2', JSON.stringify(peersOf(host)));
  const carol = world.guest('Carol'); world.run(5000);
  console.log('carol2', JSON.stringify(carol.meeting.view));
});

it('addresses', () => {
  for (const a of ['0::1', '0:0:0:0:0:0:0:1', '0:0:0:0:0:ffff:7f00:1', '0:0:0:0:0:ffff:127.0.0.1', '64:ff9b::127.0.0.1', '::1', 'fec0::1', '2002:7f00:1::', '255.255.255.255'])
    console.log(a, isPossibleAddress(a));
  console.log(formatCandidate({ protocol: 'tcp', type: 'host', address: '10.0.0.1', port: 8080, priority: 1, foundation: '1' }));
  const t = { ufrag: 'abcd', pwd: 'a'.repeat(24), fingerprint: new Uint8Array(32), setup: 'actpass' as const, candidates: [] };
  const d = mediaDescriptionSchema.parse({ kind: 'answer', transport: t, dataMid: '0', sections: [{ kind: 'video', mid: '1', direction: 'sendrecv', codecs: [{ payloadType: 96, name: 'VP8', clockRate: 90000, channels: 1, parameters: { 'x-google-min-bitrate': '50000', 'x-google-start-bitrate': '50000', 'x-google-max-bitrate': '50000' }, feedback: [] }], extensions: [], sources: [] }] });
  console.log(buildMediaSdp(d, new Uint8Array(32)));
});
