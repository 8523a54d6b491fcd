import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { peersOf, World } from '../../../support/world/world';

beforeAll(cryptoReady);

describe('a call of two', () => {
  it('goes from link over knock and admission to an authenticated pair with media', () => {
    const world = new World('call');
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'looking' });
    world.run(500);
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
    expect(host.meeting.view).toMatchObject({ knocks: [{ name: 'Bob' }], peers: [] });
    world.admitFirst(host);
    world.run(2000);
    expect(peersOf(host)).toEqual([{ name: 'Bob', link: 'open' }]);
    expect(peersOf(guest)).toEqual([{ name: 'Alice', link: 'open' }]);
    expect(host.connections.media.size).toBe(1);
    expect(guest.connections.media.size).toBe(1);
    expect([...host.drops]).toEqual([]);
    expect([...guest.drops]).toEqual([]);
  });

  it('gathers nothing and opens no link on either side before admission', () => {
    const world = new World('consent');
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    world.run(60_000);
    expect(host.connections.opened).toEqual([]);
    expect(guest.connections.opened).toEqual([]);
  });

  it('gives both sides the same safety number', () => {
    const { host, guest } = new World('number').call();
    const number = ({ meeting }: typeof host): string[] => {
      const { view } = meeting;
      const peer = view.phase === 'inside' ? view.peers[0] : undefined;
      return meeting.safetyNumber(peer?.peerId ?? '').groups;
    };
    expect(number(host)).toHaveLength(12);
    expect(number(host)).toEqual(number(guest));
  });

  it('shows a muted microphone and a camera that is off at once', () => {
    const world = new World('mute');
    const { host, guest } = world.call();
    guest.meeting.setSelf({ microphone: false, camera: false, share: null });
    world.run(100);
    expect(host.meeting.view).toMatchObject({ peers: [{ microphone: false, camera: false }] });
  });

  it('shows at once that the other has left, and the meeting goes on', () => {
    const world = new World('leave');
    const { host, guest } = world.call();
    host.meeting.leave();
    world.run(200);
    expect(host.meeting.view).toMatchObject({ phase: 'ended', reason: 'left' });
    expect(guest.meeting.view).toMatchObject({ phase: 'inside', peers: [] });
  });

  it('says no to those at the door', () => {
    const world = new World('deny');
    const host = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(1000);
    const { view } = host.meeting;
    if (view.phase === 'inside') host.meeting.moderation.decide(view.knocks[0]?.knockId ?? '', false);
    world.run(500);
    expect(bob.meeting.view).toMatchObject({ phase: 'ended', reason: 'denied', wasInside: false });
  });

  it('lets those who wait look again when the host goes', () => {
    const world = new World('host goes');
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    world.run(1000);
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
    host.meeting.leave();
    world.run(1000);
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'looking' });
    const again = world.host('Alice');
    world.run(5000);
    expect(again.meeting.view).toMatchObject({ knocks: [{ name: 'Bob' }] });
  });

  it('refuses knocks after the link has expired', () => {
    const world = new World('expired');
    const host = world.host('Alice');
    world.run(3_600_000);
    const guest = world.guest('Bob');
    world.run(2000);
    expect(guest.meeting.view).toMatchObject({ phase: 'ended', reason: 'expired' });
    expect(host.meeting.view).toMatchObject({ knocks: [] });
  });

  it('lets a guest whose link broke back in without asking again', () => {
    const world = new World('broken');
    const { host, guest } = world.call();
    guest.connections.loseAll();
    host.connections.loseAll();
    expect(peersOf(guest)).toEqual([{ name: 'Alice', link: 'interrupted' }]);
    world.run(4000);
    expect(peersOf(host)).toEqual([{ name: 'Bob', link: 'open' }]);
    expect(peersOf(guest)).toEqual([{ name: 'Alice', link: 'open' }]);
  });

  it('tells a guest that no path was found', () => {
    const world = new World('no path');
    world.network.works = false;
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    world.run(1000);
    world.admitFirst(host);
    world.run(60_000);
    expect(guest.meeting.view).toMatchObject({ phase: 'ended', reason: 'no-path' });
  });

  it('stops announcing when connected: an idle meeting sends nothing', () => {
    const world = new World('idle');
    world.call();
    const before = world.bus.seen.length;
    world.run(600_000);
    expect(world.bus.seen.length).toBe(before);
  });

  it('keeps looking, ever more slowly, while the host is not there', () => {
    const world = new World('waiting');
    const guest = world.guest('Bob');
    world.run(300_000);
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'looking' });
    expect(world.bus.seen.length).toBeGreaterThan(10);
    expect(world.bus.seen.length).toBeLessThan(40);
    const host = world.host('Alice');
    world.run(31_000);
    expect(host.meeting.view).toMatchObject({ knocks: [{ name: 'Bob' }] });
  });
});
