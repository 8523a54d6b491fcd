/** Invitations that are passed by hand: a connection for each, its text, and what becomes of it. */
import { toHex } from '../../../shared/bytes';
import { unixSeconds } from '../../../shared/clocks';
import { VigilError } from '../../../shared/errors';
import { isOfMeeting, openHandAnswer, readHandAnswer } from '../../../shared/by-hand/answer';
import { encodeHandInvitation, parseHandInvitation } from '../../../shared/by-hand/invitation';
import { holdsHandText, type OneTimeSecret } from '../../../shared/by-hand/text';
import type { Invite } from '../../../shared/invite/link';
import { sturdy } from '../../../shared/invite/sturdy';
import type { CompactDescription } from '../../../shared/wire/description';
import { MAX_HAND_INVITATIONS, type HandFailure, type HandInvitationView } from '../../../shared/ipc/by-hand';
import type { ConnectionEvent } from '../../../shared/meeting/ports';
import type { ByHandPorts } from './ports';

/** Time to pass two texts by hand, and then to be let in. */
const LIFETIME_MS = 30 * 60 * 1000;

type Stage =
  | { state: 'preparing' }
  | { state: 'waiting'; text: string; until: number }
  | { state: 'connecting' | 'connected' | 'done' }
  | { state: 'failed'; why: HandFailure };

interface Invitation {
  id: string;
  connectionId: string;
  invite: Invite;
  once: OneTimeSecret;
  stage: Stage;
  stopTimer: () => void;
}

export class ByHandInviting {
  #all: Invitation[] = [];

  constructor(private readonly ports: ByHandPorts) {}

  get views(): HandInvitationView[] {
    return this.#all.map(({ id, stage }) => ({ id, ...stage }));
  }

  /** Throws VigilError hand-too-many. */
  make(invite: Invite): string {
    this.#all = this.#all.filter(isLive);
    if (this.#all.length >= MAX_HAND_INVITATIONS) throw new VigilError('hand-too-many');
    const { random, connections } = this.ports;
    const invitation: Invitation = {
      id: toHex(random(8)),
      connectionId: toHex(random(8)),
      invite,
      once: random(16) as OneTimeSecret,
      stage: { state: 'preparing' },
      stopTimer: () => undefined,
    };
    this.#all.push(invitation);
    this.#limit(invitation);
    // Nobody is known to be at the other end.
    const { connectionId } = invitation;
    connections.run({ type: 'open', connectionId, peerId: toHex(random(16)), role: { side: 'offer' } });
    this.ports.changed();
    return invitation.id;
  }

  /** Returns which one it answers; throws VigilError if this is no answer, or none to an invitation that waits. */
  answered(text: string): string {
    if (!holdsHandText('answer', text) && holdsHandText('invitation', text)) this.#refuseInvitation(text);
    const answer = readHandAnswer(text);
    for (const invitation of this.#all) {
      if (invitation.stage.state !== 'waiting') continue;
      const description = openHandAnswer(answer, invitation);
      if (!description) continue;
      this.#set(invitation, { state: 'connecting' });
      const { connectionId } = invitation;
      this.ports.connections.run({ type: 'accept-answer', connectionId, remote: description });
      return invitation.id;
    }
    const isOurs = [this.ports.invite(), ...this.#all.map(({ invite }) => invite)].some((invite) =>
      isOfMeeting(answer, invite),
    );
    throw new VigilError(isOurs ? 'hand-answer-not-awaited' : 'hand-answer-other-meeting');
  }

  /** Throws VigilError no-meeting unless it waits. */
  textOf(id: string): string {
    const stage = this.#all.find((one) => one.id === id)?.stage;
    if (stage?.state !== 'waiting') throw new VigilError('no-meeting');
    return stage.text;
  }

  /** The person wants it no longer, or has read how it ended. */
  end(id: string): void {
    const invitation = this.#all.find((one) => one.id === id);
    if (!invitation) return;
    this.#all = this.#all.filter((one) => one !== invitation);
    this.#close(invitation);
    this.ports.changed();
  }

  endAll(): void {
    for (const invitation of this.#all.splice(0)) this.#close(invitation);
  }

  owns(connectionId: string): boolean {
    return this.#all.some((one) => one.connectionId === connectionId);
  }

  connectionEvent(connectionId: string, event: ConnectionEvent): void {
    const invitation = this.#all.find((one) => one.connectionId === connectionId);
    if (!invitation || !isLive(invitation)) return;
    const { byHand, connections } = this.ports;
    if (event.type === 'described' && invitation.stage.state === 'preparing') {
      const text = this.#write(invitation, event.description);
      if (text === null) this.#fail(invitation, 'no-address');
      else this.#set(invitation, { state: 'waiting', text, until: this.ports.wall() + LIFETIME_MS });
    } else if (event.type === 'opened' && invitation.stage.state === 'connecting') {
      this.#limit(invitation);
      byHand.opened(connectionId, 'inviter', (bytes) => {
        connections.run({ type: 'send', connectionId, bytes });
      });
      this.#set(invitation, { state: 'connected' });
    } else if (event.type === 'received') byHand.received(connectionId, event.bytes);
    else if (event.type === 'closed') this.#closed(invitation);
  }

  /** Draws the secret of this invitation until the text is one that programs on its way leave alone. */
  #write(invitation: Invitation, description: CompactDescription): string | null {
    const draw = (): string | null => {
      invitation.once = this.ports.random(16) as OneTimeSecret;
      return encodeHandInvitation({ ...invitation, description });
    };
    return sturdy(draw, (text) => text);
  }

  #closed(invitation: Invitation): void {
    const { state } = invitation.stage;
    if (state === 'connected') this.#finish(invitation, { state: 'done' });
    else this.#fail(invitation, state === 'connecting' ? 'no-path' : 'window-gone');
  }

  #limit(invitation: Invitation): void {
    invitation.stopTimer();
    invitation.stopTimer = this.ports.timer(LIFETIME_MS, () => {
      if (invitation.stage.state === 'connected') this.#finish(invitation, { state: 'done' });
      else this.#fail(invitation, 'too-late');
    });
  }

  #fail(invitation: Invitation, why: HandFailure): void {
    this.#finish(invitation, { state: 'failed', why });
  }

  #finish(invitation: Invitation, stage: Stage): void {
    this.#close(invitation);
    this.#set(invitation, stage);
  }

  #close(invitation: Invitation): void {
    invitation.stopTimer();
    if (!isLive(invitation)) return;
    this.ports.byHand.closed(invitation.connectionId);
    this.ports.connections.run({ type: 'close', connectionId: invitation.connectionId, linger: false });
  }

  #set(invitation: Invitation, stage: Stage): void {
    invitation.stage = stage;
    this.ports.changed();
  }

  #refuseInvitation(text: string): never {
    const { once } = parseHandInvitation(text, unixSeconds(this.ports.wall()));
    const isOwn = this.#all.some((one) => toHex(one.once) === toHex(once));
    throw new VigilError(isOwn ? 'hand-own-invitation' : 'hand-invitation-here');
  }
}

function isLive({ stage }: Invitation): boolean {
  return stage.state !== 'done' && stage.state !== 'failed';
}
