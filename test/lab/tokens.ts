/** What could tie two logs of relays together. Pure. */

/** Shorter strings are words of the protocol between app and relay, the same for everybody. */
const SHORTEST_TOKEN = 6;

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return [];
}

/** Everything in these messages (JSON, NIP-01) that another log could hold too: tags, keys, ids, contents. */
export function tokensOf(messages: readonly string[]): Set<string> {
  const all = messages.flatMap((message) => stringsIn(JSON.parse(message)));
  return new Set(all.filter((token) => token.length >= SHORTEST_TOKEN));
}

export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((token) => other.has(token));
}

/** Lengths of what was published, each once. */
export function contentSizes(messages: readonly string[]): Set<number> {
  const sizes = messages.flatMap((message) => {
    const [type, event] = JSON.parse(message) as [string, { content?: unknown }];
    return type === 'EVENT' && typeof event.content === 'string' ? [event.content.length] : [];
  });
  return new Set(sizes);
}
