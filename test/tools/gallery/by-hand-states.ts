/** Inviting and answering by hand, at each of their stages. */
import type {
  ErrorCode,
  HandAnswerView,
  HandFailure,
  HandInvitationView,
} from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { app, facts, inside, now, relays } from './fixtures';

const id = 'ab'.repeat(8);
/** As long as a usual invitation and a usual answer. */
const textOf = (prefix: string, length: number): string =>
  prefix + 'AbCdEfGh0123456789-_xYz'.repeat(20).slice(0, length);
const waiting: HandInvitationView = {
  id,
  state: 'waiting',
  text: textOf('vigil://meet/', 320),
  until: now + 1_800_000,
};

function inviting(invitation: HandInvitationView, problem: ErrorCode | null = null): Partial<Snapshot> {
  const byHand = { mayInvite: true, invitations: [invitation] };
  return {
    app: { ...app, relays: relays.silent },
    meeting: inside({ peers: [], groupCode: null, byHand }),
    handDialog: { id, problem },
  };
}

function answering(byHand: HandAnswerView): Partial<Snapshot> {
  return {
    app: { ...app, relays: relays.silent },
    meeting: { ...facts, phase: 'knocking', name: 'Ruth', role: 'guest', step: 'looking', note: '', byHand },
  };
}

const failed = (why: HandFailure): HandInvitationView => ({ id, state: 'failed', why });

export const byHandStates: Record<string, Partial<Snapshot>> = {
  'preview-by-hand': { meeting: { ...facts, phase: 'preview', again: false, role: 'guest', byHand: true } },
  'by-hand-preparing': inviting({ id, state: 'preparing' }),
  'by-hand-waiting': inviting(waiting),
  'by-hand-problem': inviting(waiting, 'hand-own-invitation'),
  'by-hand-copied': { ...inviting(waiting), notice: { kind: 'done', what: 'hand-text-copied' } },
  'by-hand-connecting': inviting({ id, state: 'connecting' }),
  'by-hand-connected': inviting({ id, state: 'connected' }),
  'by-hand-done': inviting({ id, state: 'done' }),
  'by-hand-failed-no-path': inviting(failed('no-path')),
  'by-hand-failed-no-address': inviting(failed('no-address')),
  'knocking-hand-preparing': answering({ state: 'preparing' }),
  'knocking-hand-ready': answering({ state: 'ready', text: textOf('vigil://answer/', 190) }),
  'knocking-hand-connected': answering({ state: 'connected' }),
  'knocking-hand-failed': answering({ state: 'failed', why: 'no-path' }),
};
