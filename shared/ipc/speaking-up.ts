/** Chat, hands, reactions, and who may write and be heard: what the window may ask. */
import { z } from 'zod';
import { MAX_FLOOR } from '../membership/statement-body';
import { MAX_TEXT_LENGTH, reactions } from '../meeting/messages/spoken-events';
import type { ChatNewsView, Written } from '../meeting/views';
import { hexId, none } from './shapes';

/** Of one message, in UTF-16 code units. */
export { MAX_TEXT_LENGTH as MAX_MESSAGE_LENGTH };
/** Who goes on being heard while all others are silenced. */
export { MAX_FLOOR };

const messageId = z.string().regex(/^[0-9a-f]{32}:\d{1,15}$/);

export const speakingUpRequests = {
  /** What is not seen yet: the view of the meeting tells only how many there were. */
  'chat:news': z.object({ seen: z.int().min(0) }),
  /** to: a peer id; null: to all. A little too long is answered in words. */
  'chat:write': z.object({ text: z.string().max(4 * MAX_TEXT_LENGTH), to: hexId.nullable() }),
  'chat:copy': z.object({ id: messageId }),
  /** An address in that message, in the system's browser; the person was told its host. */
  'chat:open-page': z.object({ id: messageId, address: z.string().max(MAX_TEXT_LENGTH) }),
  'chat:copy-address': z.object({ id: messageId, address: z.string().max(MAX_TEXT_LENGTH) }),
  /** On: nobody but host and co-hosts writes. */
  'chat:pause': z.object({ on: z.boolean() }),
  'hand:raise': z.object({ up: z.boolean() }),
  'hand:lower': z.object({ peerId: hexId }),
  'reaction:show': z.object({ reaction: z.enum(reactions) }),
  /** On: nobody hears this person. */
  'silence:one': z.object({ peerId: hexId, on: z.boolean() }),
  /** Nobody hears anybody but host, co-hosts and these. */
  'silence:all': z.object({ floor: z.array(hexId).max(MAX_FLOOR) }),
  'silence:end': none,
  /** Many were silenced at once: whether it counts here. */
  'silence:answer': z.object({ count: z.boolean() }),
} as const;
export interface SpeakingUpAnswers {
  'chat:news': ChatNewsView;
  'chat:write': Written;
}
