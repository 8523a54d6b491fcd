/** What of a meeting is passed by hand: its links carry envelopes and never media, and stand for nobody. */
import { VigilError } from '../../../shared/errors';
import type { HandInvitation } from '../../../shared/by-hand/invitation';
import type { MeetingView } from '../../../shared/ipc';
import type { LinkEvent } from '../../../shared/meeting/ports';
import { HandAnswering } from './answering';
import { HandInvitations } from './inviting';
import type { HandPorts } from './ports';

export class ByHand {
  readonly #invitations: HandInvitations;
  #answering: HandAnswering | null = null;

  constructor(private readonly ports: HandPorts) {
    this.#invitations = new HandInvitations(ports);
  }

  /** With what is passed by hand. */
  shownIn(view: MeetingView): MeetingView {
    if (view.phase === 'knocking') return { ...view, byHand: this.#answering?.view ?? view.byHand };
    if (view.phase !== 'inside') return view;
    return { ...view, byHand: { ...view.byHand, invitations: this.#invitations.views } };
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
    this.#answering = new HandAnswering(invitation, this.ports);
  }

  owns(linkId: string): boolean {
    return this.#invitations.owns(linkId) || this.#answering?.owns(linkId) === true;
  }

  link(linkId: string, event: LinkEvent): void {
    if (this.#answering?.owns(linkId) === true) this.#answering.link(event);
    else this.#invitations.link(linkId, event);
  }

  /** The own way in needs it no longer; a meeting that ended needs nothing. */
  follow(phase: MeetingView['phase']): void {
    if (phase === 'knocking') return;
    this.#answering?.end();
    this.#answering = null;
    if (phase !== 'inside') this.#invitations.endAll();
  }
}
