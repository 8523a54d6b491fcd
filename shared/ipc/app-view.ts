/** The app as the window sees it, whatever meeting is on. */
import { z } from 'zod';
import { privateModeSchema, relayStatusSchema, transportStateSchema } from './connection';
import { contactViewSchema } from './contacts';
import { ownMeetingViewSchema } from './own-meetings';
import { settingsSchema } from './settings';
import { none } from './shapes';
import { vaultViewSchema } from './vault';

export const appViewSchema = z.object({
  version: z.string(),
  runtime: z.enum(['electron', 'stand-in']),
  vault: vaultViewSchema,
  /** Eight groups of four hex digits: a short form of the own identity key, for display only. */
  fingerprint: z.string(),
  settings: settingsSchema,
  /** Every way to find each other, as it does now. */
  transports: z.array(transportStateSchema),
  relays: z.array(relayStatusSchema),
  privateMode: privateModeSchema,
  /** True when most relays' clocks and this computer's differ by more than eight minutes. */
  clockIsOff: z.boolean(),
  contacts: z.array(contactViewSchema),
  ownMeetings: z.array(ownMeetingViewSchema),
});
export type AppView = z.infer<typeof appViewSchema>;

export const appRequests = {
  'app:get': { argument: none, answer: appViewSchema },
} as const;
