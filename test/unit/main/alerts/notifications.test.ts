import { beforeEach, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events');
  class Notification extends EventEmitter {
    static supported: () => boolean = () => true;
    static made: Notification[] = [];
    static isSupported(): boolean {
      return Notification.supported();
    }
    isShown = false;
    constructor(readonly options: { title: string; body: string; silent: boolean }) {
      super();
      Notification.made.push(this);
    }
    show(): void {
      this.isShown = true;
    }
    close(): void {
      this.isShown = false;
      this.emit('close');
    }
  }
  return { Notification };
});
vi.mock('electron', () => electron);
const { Notifications } = await import('../../../../main/alerts/notifications');

const text = { title: 'Vigil', body: 'Someone asks to join' };

beforeEach(() => {
  electron.Notification.made = [];
  electron.Notification.supported = () => true;
});

function made() {
  const clicked = vi.fn();
  const changed = vi.fn();
  return { notifications: new Notifications({ clicked, changed }), clicked, changed };
}

const shown = (): string[] =>
  electron.Notification.made.filter(({ isShown }) => isShown).map(({ options }) => options.body);

it('one of each kind is shown, without a sound of the system', () => {
  const { notifications } = made();
  notifications.show('knock', text);
  notifications.show('hand', { ...text, body: 'A hand is raised' });
  notifications.show('knock', { ...text, body: '2 people are waiting to join' });
  expect(shown()).toEqual(['A hand is raised', '2 people are waiting to join']);
  expect(electron.Notification.made.every(({ options }) => options.silent)).toBe(true);
  notifications.takeBack('knock');
  expect(shown()).toEqual(['A hand is raised']);
  notifications.takeBack();
  expect(shown()).toEqual([]);
  expect(notifications.service).toBe('works');
});

it('a click is told', () => {
  const { notifications, clicked } = made();
  notifications.show('knock', text);
  electron.Notification.made[0]?.emit('click');
  expect(clicked).toHaveBeenCalledOnce();
});

it.each([
  ['says that it has none', () => false],
  [
    'cannot even be asked',
    () => {
      throw new Error('no bus');
    },
  ],
])('a system that %s breaks nothing', (_what, supported) => {
  electron.Notification.supported = supported;
  const { notifications } = made();
  notifications.show('knock', text);
  notifications.takeBack();
  expect(notifications.service).toBe('missing');
  expect(electron.Notification.made).toEqual([]);
});

it('a service that throws, or fails later, breaks nothing and is known from then on, until it works', () => {
  const { notifications, changed } = made();
  vi.spyOn(electron.Notification.prototype, 'show').mockImplementationOnce(() => {
    throw new Error('no service');
  });
  notifications.show('knock', text);
  expect(notifications.service).toBe('failed');
  expect(changed).toHaveBeenCalledOnce();
  notifications.show('knock', text);
  electron.Notification.made.at(-1)?.emit('show');
  expect(notifications.service).toBe('works');
  electron.Notification.made.at(-1)?.emit('failed', {}, 'not allowed');
  expect(notifications.service).toBe('failed');
  expect(changed).toHaveBeenCalledTimes(3);
});
