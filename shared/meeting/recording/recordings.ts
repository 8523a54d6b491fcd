/** Recordings that people here make for themselves: the own one, and what others say of theirs. */
import { VigilError } from '../../errors';
import { Allowance } from '../limits/rate-limit';
import { identityOf, type Member } from '../members/member';
import type { Ports } from '../ports';
import { OwnRecording, type RecordingOptions } from './own-recording';
import type { RecorderView, RecordingView } from './recording-view';

/** How often one identity is heeded that says it is about to record. */
const QUESTIONS = { capacity: 3, refillMs: 600_000 };
/** Of so many identities: more than there can be participants. */
const MAX_ASKERS = 64;

interface Asked {
  number: number;
  answer: RecorderView['answer'];
}

export class Recordings {
  readonly own: OwnRecording;
  readonly #asked = new Map<Member, Asked>();
  readonly #allowances = new Map<string, Allowance>();

  constructor(
    private readonly options: RecordingOptions,
    private readonly ports: Pick<Ports, 'wall' | 'steady' | 'timer' | 'drop'>,
  ) {
    this.own = new OwnRecording(options, ports);
  }

  get view(): RecordingView {
    return { mine: this.own.view, others: this.#others };
  }

  /**
   * This person has seen that somebody records, and has answered or gone dark.
   * Throws VigilError no-such-peer where that one makes no such recording.
   */
  answer(peerId: string, number: number): void {
    for (const [member, asked] of this.#asked) {
      if (member.facts.peerId !== peerId || asked.number !== number || asked.answer === 'unanswered')
        continue;
      asked.answer = 'answered';
      member.send({ t: 'recording-ready', number });
      this.options.viewChanged();
      return;
    }
    throw new VigilError('no-such-peer');
  }

  /** Another link has taken the place of one that was lost, perhaps with the answer. */
  relinked(member: Member): void {
    const asked = this.#asked.get(member);
    if (asked?.answer === 'answered') member.send({ t: 'recording-ready', number: asked.number });
  }

  follow(): void {
    const { members, group } = this.options;
    const all = new Set(members.all);
    for (const member of this.#asked.keys()) if (!all.has(member)) this.#asked.delete(member);
    for (const member of all) {
      const said = member.state.phase === 'open' ? member.state.recording : null;
      if (said === null || !group.mayHear(member)) this.#asked.delete(member);
      else if (this.#asked.get(member)?.number !== said.number) this.#ask(member, said.number);
    }
    this.own.follow();
  }

  end(): void {
    this.own.end();
    this.#asked.clear();
  }

  get #others(): RecorderView[] {
    return [...this.#asked].flatMap(([member, { number, answer }]) => {
      const { state, name, facts } = member;
      if (state.phase !== 'open' || state.recording === null) return [];
      return [{ peerId: facts.peerId, name, number, state: state.recording.state, answer }];
    });
  }

  /** Whoever says so again and again is shown, and not answered: so it may not record this person. */
  #ask(member: Member, number: number): void {
    const mayAsk = this.#allowanceOf(member).take();
    if (!mayAsk) this.ports.drop('recording-flood');
    this.#asked.set(member, { number, answer: mayAsk ? 'asked' : 'unanswered' });
  }

  #allowanceOf(member: Member): Allowance {
    const id = identityOf(member);
    const { capacity, refillMs } = QUESTIONS;
    const known = this.#allowances.get(id) ?? new Allowance(capacity, refillMs, this.ports.steady);
    this.#allowances.delete(id);
    this.#allowances.set(id, known);
    const [oldest] = this.#allowances.keys();
    if (this.#allowances.size > MAX_ASKERS && oldest !== undefined) this.#allowances.delete(oldest);
    return known;
  }
}
