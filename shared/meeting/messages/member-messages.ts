/** Messages between members, sealed by the pair's member channel. Unknown kinds are ignored and counted. */
import { z } from 'zod';
import { IDENTITY_LENGTH, PEER_ID_LENGTH } from '../../identity/identity';
import { MAX_NAME_BYTES } from '../../identity/name';
import { MAX_LINK_LENGTH } from '../../invite/link';
import { keyMessageSchema, keyWantedSchema } from '../../media/key-messages';
import { emojiMessageSchema } from '../../verification/emoji-messages';
import { MAX_SIGNERS } from '../../membership/co-hosts';
import { MAX_ROSTER_ENTRIES } from '../../roster/roster';
import { MAX_STATEMENT_LENGTH, STATEMENTS_PER_MESSAGE } from '../../membership/statement';
import { fileMessageSchema } from './file-messages';
import { releaseMessageSchema } from './release-messages';
import { nextMessageSchema } from './next-message';
import { renewMessageSchema } from './renew-messages';
import { MAX_BODY_LENGTH } from './spoken-events';
import { bytesOfLength, bytesUpTo } from '../../wire/bytes-schema';
import { encodeCbor } from '../../wire/cbor';
import { compactDescriptionSchema, mediaDescriptionSchema } from '../../wire/description';
import { parseCbor } from '../../wire/parse-cbor';
import { recordingNumberSchema, recordingSchema } from '../../wire/recording';
import { shareSchema } from '../../wire/share';
import { viewHeightSchema } from '../../wire/view-height';

/** Names that one message may introduce. */
const MAX_INTRODUCED = 100;
/** The first bytes of a certificate's fingerprint: enough to tell the links of one pair apart. */
export const LINK_TAG_LENGTH = 8;
/** A forwarded frame, in bytes: it must fit into a sealed message of its own. */
export const MAX_FORWARDED = 15 * 1024;

const memberMessageSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('media'), description: mediaDescriptionSchema }),
  /** What I send, and the key that signs my statements in this meeting. */
  z.object({
    t: z.literal('self'),
    microphone: z.boolean(),
    camera: z.boolean(),
    /** Missing while no screen is shared. */
    share: shareSchema.exactOptional(),
    /** Missing while nothing is recorded, and nothing is about to be. */
    recording: recordingSchema.exactOptional(),
    perMeetingKey: bytesOfLength(32),
  }),
  /** How tall the sender of this shows the receiver's picture; a wish, and about this link only. */
  z.object({ t: z.literal('view'), height: viewHeightSchema }),
  /** Whether the sender of this shows the receiver's screen; a wish, and about this link only. */
  z.object({ t: z.literal('screen-view'), shown: z.boolean() }),
  /** The receiver's recording of this number stands on the sender's screen, and its person has answered. */
  z.object({ t: z.literal('recording-ready'), number: recordingNumberSchema }),
  z.object({ t: z.literal('bye') }),
  /** A link between the two, described over their channel. */
  z.object({
    t: z.literal('link'),
    kind: z.enum(['offer', 'answer']),
    description: compactDescriptionSchema,
  }),
  /**
   * New transport for a link that stands: `link` is the start of the receiver's own certificate fingerprint, so
   * that what belongs to an older link is told apart; `number` counts the restarts of this link.
   */
  z.object({
    t: z.literal('restart'),
    link: bytesOfLength(LINK_TAG_LENGTH),
    number: z.int().min(1).max(0xffff),
    kind: z.enum(['offer', 'answer']),
    description: compactDescriptionSchema,
  }),
  /**
   * That link is interrupted here, restart it; or it is gone here, offer another one. `restarts` counts those of
   * this link that the sender knows of, so that a wish that comes late is told apart.
   */
  z.object({
    t: z.literal('link-wanted'),
    link: bytesOfLength(LINK_TAG_LENGTH),
    restarts: z.int().min(0).max(0xffff),
    gone: z.boolean(),
  }),
  renewMessageSchema,
  /** There is no link right now, but the sender is there and tries. */
  z.object({ t: z.literal('here') }),
  /** These are inside as well: shake hands with them. */
  z.object({ t: z.literal('introduce'), peers: z.array(bytesOfLength(PEER_ID_LENGTH)).max(MAX_INTRODUCED) }),
  /** The sender's media key, for the other of the pair. */
  keyMessageSchema,
  keyWantedSchema,
  /** Signed statements about who may be here. */
  z.object({
    t: z.literal('statements'),
    list: z.array(bytesUpTo(MAX_STATEMENT_LENGTH)).max(STATEMENTS_PER_MESSAGE),
    /** Further ones follow at once. */
    more: z.boolean(),
  }),
  /** Between host and co-hosts: who waits at the sender's door. */
  z.object({
    t: z.literal('knocks'),
    list: z
      .array(
        z.object({
          id: bytesOfLength(PEER_ID_LENGTH),
          identity: bytesOfLength(IDENTITY_LENGTH),
          name: z.string().max(MAX_NAME_BYTES),
        }),
      )
      .max(50),
  }),
  /** Between host and co-hosts: let somebody in who waits at your door, or do not. */
  z.object({ t: z.literal('decide'), id: bytesOfLength(PEER_ID_LENGTH), admit: z.boolean() }),
  /** The link that replaced the first one (membership/invite-hash.ts). */
  z.object({ t: z.literal('link-now'), link: z.string().max(MAX_LINK_LENGTH) }),
  /** Between those who keep the door: links for one person each (door/personal-invites.ts). */
  z.object({
    t: z.literal('personal-links'),
    list: z.array(z.object({ link: z.string().max(160), closed: z.boolean() })).max(32),
  }),
  /** I go on in a new meeting: come along. */
  z.object({ t: z.literal('move'), link: z.string().max(MAX_LINK_LENGTH) }),
  /** The host offers the next meeting of a series. */
  nextMessageSchema,
  /** What becomes of a file that somebody offers. */
  fileMessageSchema,
  /** News of a release of Vigil. */
  releaseMessageSchema,
  emojiMessageSchema,
  /** One event of somebody who speaks up (spoken-events.ts). */
  z.object({ t: z.literal('say'), body: bytesUpTo(MAX_BODY_LENGTH) }),
  /**
   * The hash of the own list of people, every two seconds; and, big-endian, how many events of the receiver's were
   * taken here.
   */
  z.object({ t: z.literal('roster-hash'), hash: bytesOfLength(32), heard: bytesOfLength(4) }),
  /** The list itself, when hashes differ. */
  z.object({
    t: z.literal('roster-list'),
    entries: z
      .array(
        z.object({ identity: bytesOfLength(32), peerId: bytesOfLength(16), nameHash: bytesOfLength(16) }),
      )
      .max(MAX_ROSTER_ENTRIES),
    heads: z
      .array(
        z.object({
          signer: bytesOfLength(32),
          count: z.int().min(0).max(0xffffffff),
          hash: bytesOfLength(32),
          contradicted: z.boolean(),
        }),
      )
      .max(MAX_SIGNERS),
  }),
  /** Pass this on, one hop and no further; what it holds is sealed for its addressee. */
  z.object({ t: z.literal('forward'), to: bytesOfLength(PEER_ID_LENGTH), frame: bytesUpTo(MAX_FORWARDED) }),
  z.object({
    t: z.literal('forwarded'),
    from: bytesOfLength(PEER_ID_LENGTH),
    frame: bytesUpTo(MAX_FORWARDED),
  }),
]);
export type MemberMessage = z.infer<typeof memberMessageSchema>;
/** What is not about the pair alone: `dispatch` says where each goes. */
export type MeetingMessage = Exclude<
  MemberMessage,
  {
    t:
      | 'renew'
      | 'link'
      | 'restart'
      | 'link-wanted'
      | 'here'
      | 'media'
      | 'self'
      | 'view'
      | 'screen-view'
      | 'emoji'
      | 'bye';
  }
>;

/**
 * What may go by the rendezvous while nothing else carries: what mends a link, says that somebody goes, or that
 * somebody is to go. Never what is said again and again, such as the hashes of the list of people.
 */
export const BY_RENDEZVOUS: ReadonlySet<MemberMessage['t']> = new Set([
  'link',
  'restart',
  'link-wanted',
  'here',
  'bye',
  'statements',
] as const);

export function encodeMemberMessage(message: MemberMessage): Uint8Array {
  return encodeCbor(message);
}

/** Throws on malformed CBOR; null for a kind that this version does not know or a wrong shape. */
export function decodeMemberMessage(bytes: Uint8Array): MemberMessage | null {
  return parseCbor(memberMessageSchema, bytes);
}
