/** What of a meeting is passed by hand: its connections carry envelopes and never media, and stand for nobody. */
import { VigilError } from '../../../shared/errors';
import type { HandInvitation } from '../../../shared/by-hand/invitation';
import type { MeetingView } from '../../../shared/ipc';
import type { ConnectionEvent } from '../../../shared/meeting/ports';
import type { EnteredView } from '../../../shared/meeting/views';
import { ByHandAnswering } from './answering';
import { ByHandInviting } from './inviting';
import type { ByHandPorts } from './ports';

export class ByHand {
  readonly #invitations: ByHandInviting;
  #answering: ByHandAnswering | null = null;

  constructor(private readonly ports: ByHandPorts) {
    this.#invitations = new ByHandInviting(ports);
  }

  /** With what is passed by hand. @param mayInvite whether this person keeps the door. */
  shownIn(view: EnteredView, mayInvite: boolean): MeetingView {
    if (view.phase === 'knocking') return { ...view, byHand: this.#answering?.view ?? { state: 'none' } };
    if (view.phase !== 'inside') return view;
    return { ...view, byHand: { mayInvite, invitations: this.#invitations.views } };
  }

  /** Throws VigilError not-allowed, hand-too-many. */
  invite(mayInvite: boolean): string {
    if (!mayInvite) throw new VigilError('not-allowed');
    return this.#invitations.make(this.ports.invite());
  }

  /** Returns which one it answers. Throws VigilError if this is no answer to an invitation that waits. */
  answered(text: string): string {
    return this.#invitations.answered(text);
  }

  endInvitation(id: string): void {
    this.#invitations.end(id);
  }

  /** An invitation's text, or the own answer. Throws VigilError no-meeting if there is none. */
  textOf(id: string | null): string {
    if (id !== null) return this.#invitations.textOf(id);
    if (!this.#answering) throw new VigilError('no-meeting');
    return this.#answering.text;
  }

  answer(invitation: HandInvitation): void {
    this.#answering = new ByHandAnswering(invitation, this.ports);
  }

  owns(connectionId: string): boolean {
    return this.#invitations.owns(connectionId) || this.#answering?.owns(connectionId) === true;
  }

  connectionEvent(connectionId: string, event: ConnectionEvent): void {
    if (this.#answering?.owns(connectionId) === true) this.#answering.connectionEvent(event);
    else this.#invitations.connectionEvent(connectionId, event);
  }

  /** The own way in needs it no longer; a meeting that ended needs nothing. */
  follow(phase: MeetingView['phase']): void {
    if (phase === 'knocking') return;
    this.#answering?.end();
    this.#answering = null;
    if (phase !== 'inside') this.#invitations.endAll();
  }
}
