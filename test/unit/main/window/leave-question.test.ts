import { beforeEach, expect, it, vi } from 'vitest';
import { LeaveQuestion } from '../../../../main/window/leave-question';
import type { MeetingView } from '../../../../shared/ipc';

let phase: MeetingView['phase'];
const ask = vi.fn();
const close = vi.fn();
let question: LeaveQuestion;

beforeEach(() => {
  phase = 'inside';
  ask.mockReset();
  close.mockReset();
  question = new LeaveQuestion({ phase: () => phase, ask, close });
});

it('whoever closes the window in a meeting is asked; once more is the answer', () => {
  expect(question.holds()).toBe(true);
  expect(ask).toHaveBeenCalledOnce();
  expect(question.holds()).toBe(false);
  expect(ask).toHaveBeenCalledOnce();
});

it('whoever stays is asked the next time again', () => {
  question.holds();
  question.stays();
  expect(question.holds()).toBe(true);
});

it.each(['none', 'preview', 'knocking', 'ended'] as const)('nobody is asked while it is %s', (elsewhere) => {
  phase = elsewhere;
  expect(question.holds()).toBe(false);
  expect(ask).not.toHaveBeenCalled();
});

it('leaving closes the window then, and only then', () => {
  question.follow();
  phase = 'none';
  question.follow();
  expect(close).not.toHaveBeenCalled();
  phase = 'inside';
  question.holds();
  question.follow();
  expect(close).not.toHaveBeenCalled();
  phase = 'none';
  question.follow();
  question.follow();
  expect(close).toHaveBeenCalledOnce();
});

it('a meeting that ends by itself meanwhile shows how', () => {
  question.holds();
  phase = 'ended';
  question.follow();
  phase = 'none';
  question.follow();
  expect(close).not.toHaveBeenCalled();
});
