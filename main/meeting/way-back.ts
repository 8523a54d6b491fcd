/**
 * Asking once more by the link by which somebody was a guest. It is kept in memory only, until they go elsewhere or the
 * vault is locked, and it leads to the preview: nothing is sent before they ask.
 */
import type { WallTime } from '../../shared/clocks';
import { toHex } from '../../shared/bytes';
import type { Invite } from '../../shared/invite/link';
import type { EndReason, MeetingView } from '../../shared/ipc';
import type { Previewed } from './preview';

/** Declined so often, one is offered no other try: whoever was blocked is declined for good, and is not told. */
const MAX_DECLINED = 2;

/** What can be otherwise the next time. */
const mayChange: ReadonlySet<EndReason> = new Set(['denied', 'full', 'locked', 'no-path']);

export class WayBack {
  #invite: Invite | null = null;
  #isOver = false;
  /** How often each meeting, by its host key, has declined. */
  readonly #declined = new Map<string, number>();
  /** Host keys of meetings that removed this person. */
  readonly #removedFrom = new Set<string>();

  /**
   * A one-time identity is not brought back: the preview would make the usual one of it. An invitation by hand holds for
   * once.
   */
  entered(of: Previewed, isThrowaway: boolean): void {
    this.forget();
    if (of.role !== 'guest' || of.handInvitation !== null || isThrowaway) return;
    if (!this.#removedFrom.has(meetingOf(of.invite))) this.#invite = of.invite;
  }

  /**
   * What has become of the meeting.
   * @param of its invite, also where it is not the one that leads back: a removal counts whichever way somebody came in
   */
  follow(view: MeetingView, of: Pick<Invite, 'hostKey'>): void {
    if (view.phase !== 'ended') return;
    const { reason, wasInside } = view;
    const meeting = meetingOf(of);
    if (reason === 'removed') this.#removedFrom.add(meeting);
    if (this.#invite === null || this.#isOver) return;
    this.#isOver = true;
    const declined = (this.#declined.get(meeting) ?? 0) + (reason === 'denied' ? 1 : 0);
    this.#declined.set(meeting, declined);
    // Whoever was inside and is declined was removed while away.
    if (!mayChange.has(reason) || declined >= MAX_DECLINED || (reason === 'denied' && wasInside))
      this.#invite = null;
  }

  /** By one's own choice. @param view just before. Of a meeting without anybody else there is nothing to go back to. */
  left(view: MeetingView): void {
    if (view.phase !== 'inside' || view.role !== 'guest' || view.peers.length === 0) this.forget();
    // What the meeting says of its end from now on is this person's own doing.
    this.#isOver = true;
  }

  forget(): void {
    this.#invite = null;
    this.#isOver = false;
  }

  /** The link that may be followed once more; null if none may. */
  at(now: WallTime): Invite | null {
    return this.#invite !== null && this.#invite.expiry * 1000 > now ? this.#invite : null;
  }

  /** The same view, with what is offered there. */
  shownIn(view: MeetingView, now: WallTime): MeetingView {
    const invite = this.at(now);
    if (invite === null) return view;
    if (view.phase === 'ended') return { ...view, askAgain: true };
    return view.phase === 'none' ? { ...view, rejoin: { expiresAt: invite.expiry * 1000 } } : view;
  }
}

/** A link may be replaced; the host key stays. */
function meetingOf({ hostKey }: Pick<Invite, 'hostKey'>): string {
  return toHex(hostKey);
}
