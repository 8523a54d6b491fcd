/** How the system tells a person of a meeting whose window is behind others: what is chosen, and in which words. */
import { z } from 'zod';

export const alertSettings = {
  /** Messages of the system while the window is not in front. */
  notifications: z.boolean(),
  /** These messages hold names and the meeting's title: whoever sees the screen can read them. */
  notificationNames: z.boolean(),
  /** A soft tone. */
  alertTone: z.boolean(),
  /** Closing the window hides it, where there is a tray. */
  stayInTray: z.boolean(),
};
export const freshAlertSettings = {
  notifications: true,
  notificationNames: false,
  alertTone: true,
  stayInTray: false,
};

/** More people who wait are told as so many. */
export const MAX_WAITING_TOLD = 100;

const line = z.string().max(300);

/**
 * The window's language is the window's matter: main is handed the sentences. `{{name}}` stands for a name, `{{standing}}`
 * for one of the standings.
 */
export const alertWordsSchema = z.object({
  /** How many people wait to join: one, two, up to MAX_WAITING_TOLD. */
  waiting: z.array(line).length(MAX_WAITING_TOLD),
  hand: line,
  joined: line,
  notJoined: line,
  ended: line,
  endAsked: line,
  microphone: z.object({ on: line, off: line }),
  named: z.object({ waiting: line, hand: line }),
  standing: z.object({ verified: line, met: line, new: line, changed: line }),
  /** In place of an empty name. */
  someone: line,
  tray: z.object({ inMeeting: line, mute: line, unmute: line, leave: line, show: line, quit: line }),
});
export type AlertWords = z.infer<typeof alertWordsSchema>;
export type TrayWords = AlertWords['tray'];

/** missing: the system shows no messages. failed: it refused one. */
export type NotificationService = 'works' | 'missing' | 'failed';

/** off: no key was chosen. refused: the system does not give it. */
export type MuteKeyService = 'off' | 'works' | 'refused';

/** What a tone means: news, or what the microphone is now. */
export type Tone = 'alert' | 'microphone-on' | 'microphone-off';

/** missing: the desktop shows no symbols of programs. */
export type TrayService = 'works' | 'missing';

export const alertRequests = {
  'alerts:words': alertWordsSchema,
  /** How the person's own switch of the microphone stands; asked: turned because main asked, which tells of it. */
  'microphone:switched': z.object({ on: z.boolean(), asked: z.boolean() }),
  'login:start': z.object({ on: z.boolean() }),
} as const;
