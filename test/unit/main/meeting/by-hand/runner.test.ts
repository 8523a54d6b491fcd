/** Two whole mains whose only way to each other is by hand; their windows are replaced by wires between them. */
import { describe, expect, it, vi } from 'vitest';
import { systemClocks } from '../../../../../main/clocks';
import { readLink } from '../../../../../main/meeting/preview';
import { MeetingRunner } from '../../../../../main/meeting/runner';
import { ByHandTransport } from '../../../../../main/rendezvous/by-hand/by-hand-transport';
import { Rendezvous } from '../../../../../main/rendezvous/rendezvous';
import { toHex } from '../../../../../shared/bytes';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import { generateIdentitySeed } from '../../../../../shared/identity/identity';
import type {
  ConnectionCommand,
  IceConfiguration,
  ConnectionReport,
  MeetingView,
} from '../../../../../shared/ipc';
import type { CompactDescription } from '../../../../../shared/wire/description';
import { AcceptedReleases } from '../../../../support/world/accepted-releases';
import { AddressBook } from '../../../../support/world/address-book';
import { forgetful } from '../../../../support/world/forgetful';

interface End {
  connectionId: string;
  window: FakeWindow;
  fingerprint: string;
  remote: string | null;
  other: End | null;
}

/** Certificates of all ends. */
const ends = new Map<string, End>();

class FakeWindow {
  readonly commands: ConnectionCommand[] = [];
  readonly #connections = new Map<string, End>();

  /** Nothing is gathered. */
  reachesNobody = false;

  constructor(private readonly report: (report: ConnectionReport) => void) {}

  run(command: ConnectionCommand): void {
    this.commands.push(command);
    const { connectionId } = command;
    if (command.type === 'open') {
      this.#open(command);
      return;
    }
    const end = this.#connections.get(connectionId);
    if (command.type === 'accept-answer' && end) {
      end.remote = toHex(command.remote.fingerprint);
      connect(end);
    }
    if (command.type === 'send')
      end?.other?.window.tell(end.other, { type: 'received', bytes: command.bytes });
    if (command.type === 'close') this.close(connectionId);
  }

  close(connectionId: string): void {
    const end = this.#connections.get(connectionId);
    this.#connections.delete(connectionId);
    if (!end) return;
    this.tell(end, { type: 'closed', reason: 'closed' });
    end.other?.window.close(end.other.connectionId);
  }

  tell({ connectionId }: End, event: Told): void {
    // As in the app: reports come later, in their order.
    queueMicrotask(() => {
      this.report({ ...event, connectionId });
    });
  }

  #open({ connectionId, role }: Extract<ConnectionCommand, { type: 'open' }>): void {
    const description: CompactDescription = {
      ufrag: 'abcd',
      pwd: 'abcdefghijklmnopqrstuvwx',
      fingerprint: randomBytes(32),
      setup: role.side === 'offer' ? 'actpass' : 'active',
      candidates: [
        {
          ...{ protocol: 'udp', type: 'host', port: 40_000 },
          address: '192.168.1.20',
          priority: 1,
          foundation: '1',
        },
      ],
    };
    const fingerprint = toHex(description.fingerprint);
    const remote = role.side === 'offer' ? null : toHex(role.remote.fingerprint);
    const end: End = { connectionId, window: this, fingerprint, remote, other: null };
    ends.set(fingerprint, end);
    this.#connections.set(connectionId, end);
    if (this.reachesNobody) description.candidates = [];
    this.tell(end, { type: 'described', description });
    connect(end);
  }
}

type Told = ConnectionReport extends infer R
  ? R extends ConnectionReport
    ? Omit<R, 'connectionId'>
    : never
  : never;

function connect(end: End): void {
  const other = end.remote === null ? undefined : ends.get(end.remote);
  if (!other || other.remote !== end.fingerprint || end.other) return;
  end.other = other;
  other.other = end;
  for (const one of [end, other]) one.window.tell(one, { type: 'opened' });
}

/** @param allowedIce what is left of the servers that its connections may use. */
function person(allowedIce: (ice: IceConfiguration) => IceConfiguration = (ice) => ice): {
  runner: MeetingRunner;
  window: FakeWindow;
  noWayBy: IceConfiguration['iceServers'][];
  /** What its window was last shown, and before. */
  told: MeetingView[];
} {
  const told: MeetingView[] = [];
  const noWayBy: IceConfiguration['iceServers'][] = [];
  const seed = generateIdentitySeed(randomBytes);
  const window = new FakeWindow((report) => {
    runner.connectionReport(report);
  });
  const runner = new MeetingRunner({
    identitySeed: () => seed,
    version: '0',
    buildHash: () => new Uint8Array(8),
    stun: [],
    allowedIce,
    wayTo: (remote) => remote,
    networkUsed: () => undefined,
    noWayBy: (servers) => noWayBy.push(servers),
    settings: () => ({ turn: [], hideAddress: false, directAfterVerified: false }),
    ownMeetings: forgetful,
    rendezvous: () => {
      const byHand = new ByHandTransport(systemClocks, { changed: () => undefined });
      return { rendezvous: new Rendezvous([byHand]), byHand };
    },
    relaysForLink: () => [],
    sendConnectionCommand: (command) => {
      window.run(command);
    },
    sendFrameCommand: () => undefined,
    acquaintances: new AddressBook(Date.now).port,
    releases: new AcceptedReleases(Date.now).port,
    changed: () => {
      told.push(runner.view);
    },
  });
  return { runner, window, noWayBy, told };
}

/** For a busy computer: it is over as soon as it can be. */
const PATIENCE = { timeout: 30_000, interval: 5 };

const until = (runner: MeetingRunner, reached: (view: MeetingView) => boolean): Promise<void> =>
  vi.waitFor(() => {
    expect(reached(runner.view)).toBe(true);
  }, PATIENCE);

const me = { name: 'Somebody', microphone: false, camera: false };

describe('a meeting whose only way is by hand', () => {
  it('knock, decision and link go by it; it gets no media, is nobody, and is closed afterwards', async () => {
    const [alice, bob] = [person(), person()];
    alice.runner.newMeeting();
    alice.runner.enter({ ...me, title: 'Tea' });
    const id = alice.runner.inviteByHand();
    await vi.waitFor(() => alice.runner.byHand.textOf(id), PATIENCE);

    bob.runner.openLink(alice.runner.byHand.textOf(id));
    expect(bob.runner.view).toMatchObject({ phase: 'preview', role: 'guest', title: 'Tea', byHand: true });
    expect(bob.window.commands).toEqual([]);
    bob.runner.enter(me);
    await vi.waitFor(() => bob.runner.byHand.textOf(null), PATIENCE);
    const [handLink] = bob.window.commands;
    expect(handLink).toMatchObject({ type: 'open', role: { side: 'answer-by-hand' } });
    alice.runner.byHand.answered(bob.runner.byHand.textOf(null));

    await until(bob.runner, (view) => view.phase === 'knocking' && view.step === 'asked');
    expect(alice.runner.view).toMatchObject({ peers: [], knocks: [{ name: 'Somebody' }] });
    const knock = alice.runner.view.phase === 'inside' ? alice.runner.view.knocks[0] : undefined;
    alice.runner.moderation.decide(knock?.knockId ?? '', true);
    await until(bob.runner, (view) => view.phase === 'inside');
    await until(
      alice.runner,
      (view) => view.phase === 'inside' && view.byHand.invitations[0]?.state === 'done',
    );
    expect(alice.runner.view).toMatchObject({ peers: [{ link: 'open' }] });

    for (const { commands } of [alice.window, bob.window]) {
      const ofHandLink = commands.filter(({ connectionId }) => connectionId === commands[0]?.connectionId);
      for (const { type } of ofHandLink) expect(onHandLinks).toContain(type);
      expect(ofHandLink.at(-1)?.type).toBe('close');
    }
    await Promise.all([alice.runner.close(), bob.runner.close()]);
  });

  it('whoever has another identity now is not led back under it, and the window is told', async () => {
    const [alice, bob] = [person(), person()];
    alice.runner.newMeeting();
    alice.runner.enter(me);
    const id = alice.runner.inviteByHand();
    await vi.waitFor(() => alice.runner.byHand.textOf(id), PATIENCE);
    bob.runner.openLink(alice.runner.inviteLink());
    bob.runner.enter(me);
    const now = Math.floor(systemClocks.wall() / 1000);
    const { handInvitation } = readLink(alice.runner.byHand.textOf(id), now);
    if (handInvitation) bob.runner.byHand.answer(handInvitation);
    await vi.waitFor(() => bob.runner.byHand.textOf(null), PATIENCE);
    alice.runner.byHand.answered(bob.runner.byHand.textOf(null));
    await until(alice.runner, (view) => view.phase === 'inside' && view.knocks.length === 1);
    const knock = alice.runner.view.phase === 'inside' ? alice.runner.view.knocks[0] : undefined;
    alice.runner.moderation.decide(knock?.knockId ?? '', true);
    await until(bob.runner, (view) => view.phase === 'inside' && view.peers.length === 1);
    bob.runner.leave();
    expect(bob.runner.view).toHaveProperty('rejoin');
    bob.told.length = 0;
    bob.runner.identityReplaced();
    expect(bob.told).toEqual([{ phase: 'none' }]);
    expect(() => {
      bob.runner.goBack();
    }).toThrow(expect.objectContaining({ code: 'no-meeting' }));
    await alice.runner.close();
  });

  it('says by what servers nothing was gathered, and nothing of servers by which something was', async () => {
    const ice: IceConfiguration = { policy: 'relay', iceServers: [{ urls: ['turns:turn.example:443'] }] };
    const alice = person(() => ice);
    alice.runner.newMeeting();
    alice.runner.enter(me);
    const id = alice.runner.inviteByHand();
    await vi.waitFor(() => alice.runner.byHand.textOf(id), PATIENCE);
    expect(alice.noWayBy).toEqual([]);
    alice.window.reachesNobody = true;
    alice.runner.inviteByHand();
    await vi.waitFor(() => {
      expect(alice.noWayBy).toEqual([ice.iceServers]);
    }, PATIENCE);
    alice.runner.leave();
  });

  it('a page that is loaded anew takes the invitation with it, and the meeting goes on', async () => {
    const alice = person();
    alice.runner.newMeeting();
    alice.runner.enter(me);
    const id = alice.runner.inviteByHand();
    await vi.waitFor(() => alice.runner.byHand.textOf(id), PATIENCE);
    alice.runner.pageLost();
    expect(alice.runner.view).toMatchObject({
      phase: 'inside',
      byHand: { invitations: [{ state: 'failed', why: 'window-gone' }] },
    });
    alice.runner.leave();
  });
});

const onHandLinks: ConnectionCommand['type'][] = ['open', 'accept-answer', 'send', 'close'];
