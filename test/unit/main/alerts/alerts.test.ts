import { beforeEach, describe, expect, it } from 'vitest';
import { Alerts, type AlertChoices } from '../../../../main/alerts/alerts';
import type { AlertText } from '../../../../main/alerts/alert-text';
import type { MessageKind } from '../../../../main/alerts/notifications';
import { alertWordsSchema, freshAlertSettings, type MeetingView } from '../../../../shared/ipc';
import { alertWords } from '../../../support/alert-words';
import { ended, handOf, insideWith, knocking, knockOf, nowhere, TITLE } from '../../../support/meeting-views';

const CALM_MS = 10_000;

/** A desktop whose clock stands still until it is told otherwise. */
class Desktop {
  now = 0;
  isInFront = false;
  mayName = true;
  choices: AlertChoices = { ...freshAlertSettings };
  tones = 0;
  flashes = false;
  count = 0;
  label = '';
  /** What was ever shown, and what still is. */
  readonly said: AlertText[] = [];
  readonly shown = new Map<MessageKind, AlertText>();
  readonly #timers: { at: number; run: () => void }[] = [];
  readonly alerts = new Alerts({
    steady: () => this.now,
    timer: (milliseconds, run) => {
      const timer = { at: this.now + milliseconds, run };
      this.#timers.push(timer);
      return () => {
        this.#timers.splice(this.#timers.indexOf(timer), 1);
      };
    },
    choices: () => this.choices,
    mayName: () => this.mayName,
    isInFront: () => this.isInFront,
    flash: (on) => {
      this.flashes = on;
    },
    badge: (count, label) => {
      this.count = count;
      this.label = label;
    },
    show: (kind, text) => {
      this.said.push(text);
      this.shown.set(kind, text);
    },
    takeBack: (kind) => {
      if (kind === undefined) this.shown.clear();
      else this.shown.delete(kind);
    },
    tone: () => {
      this.tones++;
    },
  });

  wait(milliseconds: number): void {
    this.now += milliseconds;
    for (const timer of this.#timers.filter(({ at }) => at <= this.now)) {
      this.#timers.splice(this.#timers.indexOf(timer), 1);
      timer.run();
    }
  }

  see(...views: MeetingView[]): void {
    for (const view of views) this.alerts.follow(view);
  }

  get bodies(): string[] {
    return this.said.map(({ body }) => body);
  }
}

let desktop: Desktop;
beforeEach(() => {
  desktop = new Desktop();
  desktop.alerts.speak(alertWordsSchema.parse(alertWords));
});

const jonas = knockOf('Jonas');
const elena = knockOf('Elena', 'verified');

describe('with the window behind others', () => {
  it('a knock is shown, heard, flashed and counted', () => {
    desktop.see(insideWith(), insideWith([jonas]));
    expect(desktop.said).toEqual([{ title: 'Vigil', body: 'Someone asks to join' }]);
    expect(desktop).toMatchObject({ tones: 1, flashes: true, count: 1, label: 'Someone asks to join' });
  });

  it('a hand, being let in, not being let in, the wish to end and the end are shown', () => {
    desktop.see(knocking, insideWith(), insideWith([], [handOf('Jonas')]));
    desktop.see(insideWith([], [handOf('Jonas')], { asks: [{ kind: 'end' }] }), ended, nowhere, knocking);
    desktop.see({ ...ended, reason: 'denied' } as MeetingView);
    expect(desktop.bodies).toEqual([
      alertWords.joined,
      alertWords.hand,
      alertWords.endAsked,
      alertWords.ended,
      alertWords.notJoined,
    ]);
  });

  it('neither the own hand, nor one that was up before, nor leaving by oneself is news', () => {
    desktop.see(insideWith([], [handOf('Jonas')]));
    desktop.see(insideWith([], [handOf('Jonas'), handOf('Ruth', true)]), nowhere);
    expect(desktop.bodies).toEqual([]);
  });

  it('many knocks are few messages, of which the last counts them all', () => {
    desktop.see(insideWith());
    const waiting = Array.from({ length: 12 }, (_, index) => knockOf(`Guest ${String(index)}`));
    for (const many of waiting.keys()) {
      desktop.see(insideWith(waiting.slice(0, many + 1)));
      desktop.wait(500);
    }
    desktop.wait(CALM_MS);
    expect(desktop.bodies).toEqual(['Someone asks to join', '12 people are waiting to join']);
    expect(desktop.tones).toBe(2);
    expect(desktop.count).toBe(12);
  });

  it('who is gone by the end of the pause is not told of', () => {
    desktop.see(insideWith(), insideWith([jonas]), insideWith([jonas, elena]), insideWith());
    desktop.wait(CALM_MS);
    expect(desktop.bodies).toEqual(['Someone asks to join']);
    expect(desktop.shown.size).toBe(0);
    expect(desktop.count).toBe(0);
  });

  it('news of several kinds make one tone', () => {
    desktop.see(insideWith(), insideWith([jonas], [handOf('Amara')]), ended);
    expect(desktop.said).toHaveLength(3);
    expect(desktop.tones).toBe(1);
  });

  it('what was switched off stays away', () => {
    desktop.choices = { notifications: false, notificationNames: true, alertTone: false };
    desktop.see(insideWith(), insideWith([jonas]), ended);
    expect(desktop.said).toEqual([]);
    expect(desktop.tones).toBe(0);
    expect(desktop.flashes).toBe(true);
  });
});

it('before there are words, the tone, the flash and the number tell', () => {
  const early = new Desktop();
  early.see(insideWith(), insideWith([jonas]));
  expect(early).toMatchObject({ said: [], tones: 1, flashes: true, count: 1, label: '' });
  early.alerts.speak(alertWords);
  expect(early.label).toBe('Someone asks to join');
});

describe('with the window in front', () => {
  it('a knock is heard and counted, and nothing else is told', () => {
    desktop.isInFront = true;
    desktop.see(knocking, insideWith(), insideWith([jonas]), insideWith([jonas], [handOf('Amara')]), ended);
    expect(desktop).toMatchObject({ said: [], tones: 1, flashes: false });
  });

  it('what was shown before is taken back', () => {
    desktop.see(insideWith(), insideWith([jonas]));
    desktop.alerts.seen();
    expect(desktop.shown.size).toBe(0);
    expect(desktop.flashes).toBe(false);
  });
});

describe('names and titles', () => {
  const all = (name: string): MeetingView[] => [
    insideWith([], [], { title: name }),
    insideWith([knockOf(name)], [], { title: name }),
    insideWith([knockOf(name)], [handOf(name)], { title: name }),
    { ...ended, title: name } as MeetingView,
  ];

  it('are in no message and no number unless they are chosen', () => {
    desktop.see(...all('Secret'));
    expect(desktop.said).toHaveLength(3);
    expect(JSON.stringify([desktop.said, desktop.label])).not.toContain('Secret');
  });

  it('are shown once they are chosen, with what is known of who asks', () => {
    desktop.choices.notificationNames = true;
    desktop.see(insideWith(), insideWith([elena]), insideWith([elena], [handOf('Amara')]));
    expect(desktop.said).toEqual([
      { title: TITLE, body: '\u2068Elena\u2069 asks to join. Verified' },
      { title: TITLE, body: '\u2068Amara\u2069 raised a hand' },
    ]);
    expect(desktop.label).not.toContain('Elena');
  });

  it('are in no message while the vault is locked, or is to be locked when the meeting is over', () => {
    desktop.choices.notificationNames = true;
    desktop.mayName = false;
    desktop.see(...all('Secret'));
    expect(desktop.said).toHaveLength(3);
    expect(JSON.stringify(desktop.said)).not.toContain('Secret');
  });

  it('are taken back when the vault is locked; a message without them stays', () => {
    desktop.see(insideWith(), insideWith([], [handOf('Amara')]));
    desktop.choices.notificationNames = true;
    desktop.see(insideWith([elena], [handOf('Amara')]));
    desktop.alerts.locked();
    expect([...desktop.shown.keys()]).toEqual(['hand']);
  });

  it.each([
    ['<img src="http://tracker.example/">Jonas</img>', '‹img src="http://tracker.example/"›Jonas‹/img›'],
    ['Tom & Jerry', 'Tom ＆ Jerry'],
    ['Jonas\u202egpj.exe', 'Jonasgpj.exe'],
    ['Jonas\n\nVigil: verified', 'Jonas Vigil: verified'],
    ['{{standing}} $& $1', '{{standing}} $＆ $1'],
    ['\u2066\u200b', 'Someone'],
    ['x'.repeat(500), 'x'.repeat(80)],
  ])('do no harm to the program that shows them: %j', (name, shown) => {
    desktop.choices.notificationNames = true;
    desktop.see(insideWith([], [], { title: name }), insideWith([knockOf(name)], [], { title: name }));
    expect(desktop.said[0]?.body).toBe(`\u2068${shown}\u2069 asks to join. New`);
    expect(desktop.said[0]?.title).toBe(shown === 'Someone' ? 'Vigil' : shown);
  });
});

describe('a microphone that was switched unseen', () => {
  it('is told in one message without names, which the next one replaces', () => {
    desktop.choices.notificationNames = true;
    desktop.see(insideWith([elena]));
    desktop.alerts.microphone(false, false);
    desktop.alerts.microphone(true, false);
    expect(desktop.said.slice(-2)).toEqual([
      { title: 'Vigil', body: 'Microphone off' },
      { title: 'Vigil', body: 'Microphone on' },
    ]);
    desktop.alerts.seen();
    expect([...desktop.shown.keys()]).toEqual([]);
  });

  it('is told in no message where the window is in front, or messages are not wanted', () => {
    desktop.isInFront = true;
    desktop.alerts.microphone(false, false);
    desktop.isInFront = false;
    desktop.choices.notifications = false;
    desktop.alerts.microphone(true, false);
    expect(desktop.said).toEqual([]);
  });

  const speaking = (microphone: boolean): MeetingView =>
    insideWith([], [], { self: { ...insideWith().self, microphone } });

  it.each([
    [
      'what others hear is another',
      () => {
        desktop.see(speaking(true));
      },
    ],
    [
      'the meeting is over',
      () => {
        desktop.see(ended);
      },
    ],
    [
      'the person has left',
      () => {
        desktop.see(nowhere);
      },
    ],
    [
      'it is switched where the person looks',
      () => {
        desktop.alerts.microphone(true, true);
      },
    ],
  ])('is told as long as it is true: not when %s', (_why, change) => {
    desktop.see(speaking(true), speaking(false));
    desktop.alerts.microphone(false, false);
    desktop.see(speaking(false));
    expect([...desktop.shown.keys()]).toEqual(['microphone']);
    change();
    expect(desktop.shown.has('microphone')).toBe(false);
  });
});
