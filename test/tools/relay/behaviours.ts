/** What a hostile relay may do to an event on its way. */
import { finalizeEvent, generateSecretKey } from 'nostr-tools/pure';
import type { NostrEvent } from '../../../main/volunteer-server/relay/messages';

export type Behaviour = (event: NostrEvent, deliver: (event: NostrEvent) => void) => void;

/** Signs a changed event anew: nothing ties an event's key to a participant, so its signature protects nothing. */
export function forge(
  event: NostrEvent,
  changes: Partial<Pick<NostrEvent, 'content' | 'tags' | 'kind'>>,
): NostrEvent {
  const { kind, tags, content, created_at } = { ...event, ...changes };
  const { id, pubkey, sig } = finalizeEvent({ kind, tags, content, created_at }, generateSecretKey());
  return { id, pubkey, created_at, kind, tags, content, sig };
}

export const honest: Behaviour = (event, deliver) => deliver(event);

export function drop(which: (event: NostrEvent) => boolean = () => true): Behaviour {
  return (event, deliver) => {
    if (!which(event)) deliver(event);
  };
}

export function duplicate(times = 2): Behaviour {
  return (event, deliver) => {
    for (let i = 0; i < times; i++) deliver(event);
  };
}

/** Delivers what it is given in batches of `size`, each the wrong way round. */
export function reorder(size: number): Behaviour {
  let held: NostrEvent[] = [];
  return (event, deliver) => {
    held.push(event);
    if (held.length < size) return;
    const batch = held.reverse();
    held = [];
    for (const each of batch) deliver(each);
  };
}

/** Changes the content of every event. */
export function rewrite(change: (content: string) => string): Behaviour {
  return (event, deliver) => deliver(forge(event, { content: change(event.content) }));
}

/** Cuts every content off after so many characters. */
export function truncate(characters: number): Behaviour {
  return rewrite((content) => content.slice(0, characters));
}

/** Flips one bit of base64url or hexadecimal content, at a place between 0 (start) and 1 (end). */
export function flipBit(place = 0.5): Behaviour {
  return rewrite((content) => {
    const isHex = /^[0-9a-f]*$/.test(content);
    const bytes = Buffer.from(content, isHex ? 'hex' : 'base64');
    const index = Math.min(bytes.length - 1, Math.floor(place * bytes.length));
    if (index >= 0) bytes[index] = (bytes[index] ?? 0) ^ 1;
    return bytes.toString(isHex ? 'hex' : 'base64url');
  });
}

/** Delivers every event, and with it everything that came before under the same tags. */
export function replayPast(): Behaviour {
  const past: NostrEvent[] = [];
  return (event, deliver) => {
    deliver(event);
    const topic = JSON.stringify(event.tags);
    for (const old of past) if (JSON.stringify(old.tags) === topic) deliver(old);
    past.push(event);
  };
}

/** Delivers every event among `count` forged ones of the same length and under the same tags. */
export function flood(count: number): Behaviour {
  return (event, deliver) => {
    for (let i = 0; i < count; i++) {
      const bytes = Buffer.alloc(Buffer.from(event.content, 'base64').length, i);
      deliver(forge(event, { content: bytes.toString('base64url') }));
    }
    deliver(event);
  };
}
