/** What could tie together what servers were told: relays' messages and DHT nodes' requests. Pure. */
import { commands, type RecordedRequest } from '../../support/dht/recording';

/** Shorter strings are words of the protocol between app and relay, the same for everybody. */
const SHORTEST_TOKEN = 6;
/** Bytes: as short as an id, and too long to be the same by chance. */
const WINDOW = 16;

/** Everything in it that another server's log could hold too. */
export type Tokens = ReadonlySet<string>;

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return [];
}

/** Hexadecimal and Base64 of both kinds. */
function bytesOf(text: string): Buffer | null {
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
}

/** Every 16 bytes in a row, wherever they begin. */
function windowsOf(bytes: Buffer): string[] {
  return Array.from({ length: Math.max(0, bytes.length - WINDOW + 1) }, (_, from) =>
    bytes.toString('latin1', from, from + WINDOW),
  );
}

/** Of messages to a relay (JSON, NIP-01): tags, keys, ids, contents, whole and in pieces. */
export function tokensOfRelay(messages: readonly string[]): Tokens {
  const strings = new Set(messages.flatMap((message) => stringsIn(JSON.parse(message))));
  const binary = [...strings].flatMap((text) => bytesOf(text) ?? []);
  return new Set([
    ...[...strings].filter((text) => text.length >= SHORTEST_TOKEN),
    ...binary.flatMap(windowsOf),
  ]);
}

/** Of requests to a DHT node: what is looked for, and what is said, in pieces. */
export function tokensOfDht(requests: readonly RecordedRequest[]): Tokens {
  const all = new Set(requests.flatMap(({ target, value }) => [target ?? '', value ?? '']));
  return new Set([...all].flatMap((text) => windowsOf(Buffer.from(text, 'hex'))));
}

export function shared(one: Tokens, other: Tokens): string[] {
  return [...one].filter((token) => other.has(token));
}

/** Bytes of each message that was published, each length once. */
export function relaySizes(messages: readonly string[]): Set<number> {
  const sizes = messages.flatMap((message) => {
    const [type, event] = JSON.parse(message) as [string, { content?: unknown }];
    if (type !== 'EVENT' || typeof event.content !== 'string') return [];
    return bytesOf(event.content)?.length ?? Number.NaN;
  });
  return new Set(sizes);
}

export const isWriting = ({ isInternal, command }: RecordedRequest): boolean =>
  !isInternal && (Object.values(commands) as number[]).includes(command);

/** Bytes of each value that a DHT was to keep, each length once. */
export function recordSizes(requests: readonly RecordedRequest[]): Set<number> {
  const sizes = requests.flatMap(({ isInternal, command, value }) => {
    if (isInternal || value === null) return [];
    if (command === commands.putImmutable) return value.length / 2;
    return command === commands.putMutable ? lengthOfMutable(Buffer.from(value, 'hex')) : [];
  });
  return new Set(sizes);
}

/** As hyperdht 6 puts it: key (32), number and length (compact), value, signature (64). */
function lengthOfMutable(request: Buffer): number {
  const KEY = 32;
  const first = request.readUInt8(KEY);
  const width: Record<number, number> = { 0xfd: 3, 0xfe: 5, 0xff: 9 };
  const at = KEY + (width[first] ?? 1);
  const length = request.readUInt8(at);
  return length === 0xfd ? request.readUInt16LE(at + 1) : length;
}
