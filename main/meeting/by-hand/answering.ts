/** Whoever got an invitation by hand: the other end of its connection, and the text that goes back. */
import { toHex } from '../../../shared/bytes';
import { VigilError } from '../../../shared/errors';
import { encodeHandAnswer } from '../../../shared/by-hand/answer';
import { sturdy } from '../../../shared/invite/sturdy';
import type { HandInvitation } from '../../../shared/by-hand/invitation';
import type { HandAnswerView, HandFailure } from '../../../shared/ipc/by-hand';
import type { ConnectionEvent } from '../../../shared/meeting/ports';
import type { ByHandPorts } from './ports';

/** The inviter waits as long. */
const LIFETIME_MS = 30 * 60 * 1000;

export class ByHandAnswering {
  readonly #connectionId: string;
  #view: HandAnswerView = { state: 'preparing' };
  readonly #stopTimer: () => void;

  constructor(
    private readonly invitation: HandInvitation,
    private readonly ports: ByHandPorts,
  ) {
    const { random, timer, connections } = ports;
    this.#connectionId = toHex(random(8));
    this.#stopTimer = timer(LIFETIME_MS, () => {
      this.#fail('too-late');
    });
    connections.run({
      type: 'open',
      connectionId: this.#connectionId,
      peerId: toHex(random(16)),
      role: { side: 'answer-by-hand', remote: invitation.description },
    });
  }

  get view(): HandAnswerView {
    return this.#view;
  }

  /** Throws VigilError no-meeting unless it is ready. */
  get text(): string {
    if (this.#view.state !== 'ready') throw new VigilError('no-meeting');
    return this.#view.text;
  }

  owns(connectionId: string): boolean {
    return connectionId === this.#connectionId;
  }

  connectionEvent(event: ConnectionEvent): void {
    const { byHand, connections, random } = this.ports;
    if (this.#view.state === 'failed') return;
    if (event.type === 'described' && this.#view.state === 'preparing') {
      const { description } = event;
      const draw = (): string | null => encodeHandAnswer(this.invitation, description, random(16));
      const text = sturdy(draw, (drawn) => drawn);
      if (text === null) this.#fail('no-address');
      else this.#set({ state: 'ready', text });
    } else if (event.type === 'opened') {
      this.#stopTimer();
      byHand.opened(this.#connectionId, 'guest', (bytes) => {
        connections.run({ type: 'send', connectionId: this.#connectionId, bytes });
      });
      this.#set({ state: 'connected' });
    } else if (event.type === 'received') byHand.received(this.#connectionId, event.bytes);
    else if (event.type === 'closed') this.#fail('no-path');
  }

  /** Inside, or gave up: the other side sees by it that it is over. */
  end(): void {
    this.#stopTimer();
    if (this.#view.state === 'failed') return;
    this.#close(true);
  }

  #fail(why: HandFailure): void {
    this.#stopTimer();
    this.#close(false);
    this.#set({ state: 'failed', why });
  }

  #close(linger: boolean): void {
    const { byHand, connections } = this.ports;
    byHand.closed(this.#connectionId);
    connections.run({ type: 'close', connectionId: this.#connectionId, linger });
  }

  #set(view: HandAnswerView): void {
    this.#view = view;
    this.ports.changed();
  }
}
