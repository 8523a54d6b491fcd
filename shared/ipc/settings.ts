/** What a person has set, as main and window share it. */
import { z } from 'zod';
import { MAX_PAGE_LENGTH } from '../invite/page-link';
import { alertSettings } from './alerts';
import { connectionSettings, MAX_RELAYS } from './connection';
import { backgroundSettings } from './background';
import { soundSettings } from './sound';
import { combinationSchema, shortcutsSchema } from './shortcuts';

export { MAX_PAGE_LENGTH } from '../invite/page-link';
export { MAX_NAME_BYTES } from '../identity/name-length';

/** No tag of a language that Vigil speaks is longer. */
const MAX_LANGUAGE_LENGTH = 35;

/** In percent. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

const relaySchema = z.object({
  url: z.string().max(256),
  enabled: z.boolean(),
  /** It may ask for a signature by a throwaway key (NIP-42). */
  signIn: z.boolean().default(false),
});

export const settingsSchema = z.object({
  name: z.string(),
  relays: z.array(relaySchema).max(MAX_RELAYS),
  theme: z.enum(['system', 'light', 'dark']),
  /** Of the screens, a BCP 47 tag; empty: as the system has it. */
  language: z.string().max(MAX_LANGUAGE_LENGTH),
  /** And of all that is drawn beside it. */
  textSize: z.literal(textSizes),
  cameraId: z.string().max(256).nullable(),
  microphoneId: z.string().max(256).nullable(),
  speakerId: z.string().max(256).nullable(),
  /** Sound is sent in packets of uneven size and with gaps: less to send, and others see when somebody speaks. */
  saveBandwidth: z.boolean(),
  /** After so many minutes without a touch a vault with a passphrase is locked; null: never by itself. */
  lockAfterMinutes: z.literal([5, 15, 60]).nullable(),
  /** Address of a page that opens invite links (join.html); empty for none. */
  invitePage: z.string().max(MAX_PAGE_LENGTH),
  shortcuts: shortcutsSchema,
  /** What a newcomer should know was shown on the first page, and put away. */
  firstCardsRead: z.boolean(),
  /** Switches the microphone while another window is in front; null: no key does. */
  muteEverywhere: combinationSchema.nullable(),
  ...alertSettings,
  ...connectionSettings,
  ...soundSettings,
  ...backgroundSettings,
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsRequests = { 'settings:save': settingsSchema.partial() } as const;
export interface SettingsAnswers {
  'settings:save': Settings;
}
