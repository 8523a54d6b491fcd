/** What the vault holds, checked by schema after it was opened. */
import { z } from 'zod';
import { randomBytes, wipe } from '../../shared/crypto/sodium';
import { waysOfVerifying, type Contact } from '../../shared/identity/contacts';
import {
  generateIdentitySeed,
  IDENTITY_LENGTH,
  SEED_LENGTH,
  type IdentitySeed,
} from '../../shared/identity/identity';
import {
  freshAlertSettings,
  freshBackgroundSettings,
  freshConnectionSettings,
  freshSoundSettings,
  readableShortcuts,
  settingsSchema,
  type Settings,
} from '../../shared/ipc';
import { MAX_RELEASE_LENGTH } from '../../shared/release/limits';
import { bytesOfLength, bytesUpTo } from '../../shared/wire/bytes-schema';
import { decodeCbor, encodeCbor, type CborValue } from '../../shared/wire/cbor';
import { keptInviteSchema, type KeptInvite } from './kept-invite-record';
import { keptVolunteersSchema, type KeptVolunteer } from './volunteer-record';
import { ownMeetingSchema, type OwnMeeting } from './own-meeting-record';
import { MAX_KNOWN_NODES } from '../rendezvous/dht/dht-beginning';
import { defaultRelays } from '../rendezvous/nostr/default-relays';

export const contactsSchema = z.array(
  z.object({
    identity: bytesOfLength(IDENTITY_LENGTH),
    name: z.string(),
    calledThemselves: z.string(),
    verified: z.object({ by: z.enum(waysOfVerifying), at: z.number() }).nullable(),
    firstMetAt: z.number(),
    lastMetAt: z.number(),
  }),
);

/** Earlier files call the transports ways: whoever switched one off there has not switched it on since. */
function withTransports(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null || !('ways' in settings)) return settings;
  const { ways, ...rest } = settings;
  return { transports: ways, ...rest };
}

/** Files of before these settings existed have no word of them. */
const storedSettingsSchema = z.preprocess(
  withTransports,
  settingsSchema.extend({
    saveBandwidth: z.boolean().default(false),
    language: settingsSchema.shape.language.default(''),
    muteEverywhere: settingsSchema.shape.muteEverywhere.default(null).catch(null),
    // A key that cannot be read costs this key, not the vault.
    shortcuts: z
      .unknown()
      .optional()
      .transform((stored) => readableShortcuts(stored, process.platform === 'darwin')),
    textSize: settingsSchema.shape.textSize.default(100),
    invitePage: settingsSchema.shape.invitePage.default(''),
    firstCardsRead: settingsSchema.shape.firstCardsRead.default(false),
    lockAfterMinutes: settingsSchema.shape.lockAfterMinutes.default(15),
    notifications: settingsSchema.shape.notifications.default(freshAlertSettings.notifications),
    notificationNames: settingsSchema.shape.notificationNames.default(freshAlertSettings.notificationNames),
    stayInTray: settingsSchema.shape.stayInTray.default(freshAlertSettings.stayInTray),
    alertTone: settingsSchema.shape.alertTone.default(freshAlertSettings.alertTone),
    transports: settingsSchema.shape.transports.default(freshConnectionSettings.transports),
    dhtNodes: settingsSchema.shape.dhtNodes.default(freshConnectionSettings.dhtNodes),
    turn: settingsSchema.shape.turn.default(freshConnectionSettings.turn),
    hideAddress: settingsSchema.shape.hideAddress.default(freshConnectionSettings.hideAddress),
    directAfterVerified: settingsSchema.shape.directAfterVerified.default(
      freshConnectionSettings.directAfterVerified,
    ),
    noiseSuppression: settingsSchema.shape.noiseSuppression.default(freshSoundSettings.noiseSuppression),
    // Of a later version, perhaps: nobody is shown whom it would hide.
    background: settingsSchema.shape.background.default(freshBackgroundSettings.background).catch('hidden'),
    backgroundColor: settingsSchema.shape.backgroundColor
      .default(freshBackgroundSettings.backgroundColor)
      .catch(freshBackgroundSettings.backgroundColor),
    echoCancellation: settingsSchema.shape.echoCancellation.default(freshSoundSettings.echoCancellation),
    automaticGain: settingsSchema.shape.automaticGain.default(freshSoundSettings.automaticGain),
    firewallExplained: settingsSchema.shape.firewallExplained.default(
      freshConnectionSettings.firewallExplained,
    ),
  }),
);

const keptReleasesSchema = z.object({
  accepted: z.array(bytesUpTo(MAX_RELEASE_LENGTH)),
  contradictions: z.array(bytesUpTo(MAX_RELEASE_LENGTH)).default([]),
});

/** Signed files: they are checked again when they are read. */
export interface KeptReleases {
  /** The newest first. */
  accepted: readonly Uint8Array[];
  /** Other releases of versions that were accepted: both are signed. */
  contradictions: readonly Uint8Array[];
}

const noReleases = { accepted: [], contradictions: [] };

const contentsSchema = z.object({
  identitySeed: bytesOfLength(SEED_LENGTH),
  settings: storedSettingsSchema,
  contacts: contactsSchema.default([]),
  meetings: z.array(ownMeetingSchema).default([]),
  keptInvites: z.array(keptInviteSchema).default([]),
  // They only help to find others: an entry that cannot be read costs the list, not the vault.
  knownDhtNodes: z
    .array(z.object({ host: z.union([z.ipv4(), z.ipv6()]), port: z.int().min(1).max(65_535) }))
    .max(MAX_KNOWN_NODES)
    .catch([]),
  releases: keptReleasesSchema.default(noReleases),
  // They only help: what cannot be read costs them, not the vault.
  volunteers: keptVolunteersSchema.catch([]),
});

export interface Contents {
  identitySeed: IdentitySeed;
  settings: Settings;
  contacts: Contact[];
  /** Made by this person, and not over yet. */
  meetings: OwnMeeting[];
  /** Meetings to which this person was invited ahead of time. */
  keptInvites: KeptInvite[];
  /** Addresses of DHT nodes that answered, to begin with the next time. */
  knownDhtNodes: readonly { host: string; port: number }[];
  /** What was accepted of releases of Vigil: nothing older is, ever after. */
  releases: KeptReleases;
  /** Servers that volunteers gave a text of. */
  volunteers: readonly KeptVolunteer[];
}

export function freshContents(): Contents {
  return {
    identitySeed: generateIdentitySeed(randomBytes),
    settings: {
      name: '',
      relays: defaultRelays.map((url) => ({ url, enabled: true, signIn: false })),
      theme: 'system',
      language: '',
      textSize: 100,
      cameraId: null,
      microphoneId: null,
      speakerId: null,
      saveBandwidth: false,
      lockAfterMinutes: 15,
      invitePage: '',
      shortcuts: {},
      firstCardsRead: false,
      muteEverywhere: null,
      ...freshAlertSettings,
      ...freshConnectionSettings,
      ...freshSoundSettings,
      ...freshBackgroundSettings,
    },
    contacts: [],
    meetings: [],
    keptInvites: [],
    knownDhtNodes: [],
    releases: noReleases,
    volunteers: [],
  };
}

/** Overwrites every key, as far as JavaScript lets it. They are shared with earlier contents where nothing changed. */
export function wipeKeys({ identitySeed, meetings }: Contents): void {
  wipe(identitySeed);
  for (const { hostKeySeed, perMeetingSeed, journalKey } of meetings)
    [hostKeySeed, perMeetingSeed, journalKey].forEach(wipe);
}

export function encodeContents(contents: Contents): Uint8Array {
  return encodeCbor(contents as unknown as CborValue);
}

/** Throws if the bytes are not what this version or an earlier one writes. */
export function decodeContents(bytes: Uint8Array): Contents {
  return contentsSchema.parse(decodeCbor(bytes)) as unknown as Contents;
}
