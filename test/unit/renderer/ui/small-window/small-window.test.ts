import { beforeEach, describe, expect, it } from 'vitest';
import { SmallWindow } from '../../../../../renderer/ui/small-window/small-window';

const done: string[] = [];
const buttons = new Map<string, () => void>();
let answer: { open: () => void; refuse: () => void };
let small: SmallWindow;

beforeEach(() => {
  done.length = 0;
  buttons.clear();
  small = new SmallWindow({
    request: () =>
      new Promise<void>((open, refuse) => {
        answer = {
          open,
          refuse: () => {
            refuse(new Error('not now'));
          },
        };
      }),
    exit: () => {
      done.push('exit');
      return Promise.resolve();
    },
    buttons: {
      setActionHandler: (action, pressed) => {
        if (pressed) buttons.set(action, pressed);
        else buttons.delete(action);
      },
      setMicrophoneActive: (on) => {
        done.push(on ? 'on' : 'off');
        return Promise.reject(new Error('no such thing'));
      },
    },
    changed: (isOpen) => done.push(isOpen ? 'open' : 'closed'),
    toggleMicrophone: () => done.push('mute'),
    leave: () => done.push('leave'),
  });
});

/** What was promised has come, and whoever waited for it has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function open(): Promise<void> {
  small.toggle();
  answer.open();
  await settled();
}

describe('the small window', () => {
  it('opens, mutes, leaves, and closes by the button that opened it', async () => {
    await open();
    buttons.get('togglemicrophone')?.();
    buttons.get('hangup')?.();
    small.microphone(false);
    small.toggle();
    expect(done).toEqual(['open', 'mute', 'leave', 'off', 'exit']);
  });

  it('offers nothing once it is closed, and opens again', async () => {
    await open();
    small.closed();
    expect([done, [...buttons.keys()]]).toEqual([['open', 'closed'], []]);
    await open();
    expect(done).toEqual(['open', 'closed', 'open']);
  });

  it('that the system refuses changes nothing', async () => {
    small.toggle();
    answer.refuse();
    await settled();
    expect([done, [...buttons.keys()]]).toEqual([[], []]);
  });

  it('is closed when the meeting is over, and does not open any more', async () => {
    await open();
    small.end();
    expect([done, [...buttons.keys()]]).toEqual([['open', 'exit'], []]);
    small.closed();
    small.toggle();
    await settled();
    expect(done).toEqual(['open', 'exit', 'closed']);
  });

  it('is closed at once where the system opens it after the end', async () => {
    small.toggle();
    small.end();
    answer.open();
    await settled();
    expect([done, [...buttons.keys()]]).toEqual([['exit'], []]);
  });
});
