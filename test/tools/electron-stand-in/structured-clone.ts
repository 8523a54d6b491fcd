/**
 * Values that cross a process boundary, as text: the part of the HTML structured clone algorithm that
 * Electron's IPC offers (no transferables). Runs in Node and in both renderer worlds.
 */

type Json = null | boolean | number | string | Json[];
type View = 'DataView' | 'Uint8Array' | 'Uint8ClampedArray' | 'Int8Array' | 'Uint16Array' | 'Int16Array';
type WideView =
  'Uint32Array' | 'Int32Array' | 'Float32Array' | 'Float64Array' | 'BigInt64Array' | 'BigUint64Array';
type ViewName = View | WideView;

const viewTypes: Record<ViewName, new (buffer: ArrayBuffer) => ArrayBufferView> = {
  DataView,
  Uint8Array,
  Uint8ClampedArray,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};

export class CloneError extends Error {
  override readonly name = 'DataCloneError';
  constructor() {
    super('An object could not be cloned.');
  }
}

/** Newer than the type definitions: in Chromium since 140, not yet in Node. */
interface NativeBase64 {
  toBase64(this: Uint8Array): string;
}
interface NativeBase64Constructor {
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}

const inNode = typeof Buffer !== 'undefined';

function toBase64(bytes: Uint8Array): string {
  if (!inNode) return (bytes as Uint8Array & NativeBase64).toBase64();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function fromBase64(text: string): ArrayBuffer {
  if (!inNode) return (Uint8Array as unknown as NativeBase64Constructor).fromBase64(text).buffer;
  // Copied: a Buffer may be a part of Node's pool.
  return new Uint8Array(Buffer.from(text, 'base64')).buffer;
}

/** The kind of object by its tag, not by instanceof: values may come from another realm. */
function kindOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Objects live in a table and are named by index, so that shared and circular references survive. */
class Encoder {
  readonly table: Json[] = [];
  private readonly seen = new Map<object, number>();

  encode(value: unknown): Json {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'undefined':
        return ['undefined'];
      case 'bigint':
        return ['bigint', String(value)];
      case 'number':
        if (Object.is(value, -0)) return ['number', '-0'];
        return Number.isFinite(value) ? value : ['number', String(value)];
      case 'object':
        return value === null ? null : ['object', this.indexOf(value)];
      default:
        throw new CloneError();
    }
  }

  private indexOf(value: object): number {
    const known = this.seen.get(value);
    if (known !== undefined) return known;
    const index = this.table.push(null) - 1;
    this.seen.set(value, index);
    this.table[index] = this.body(value);
    return index;
  }

  private body(value: object): Json {
    if (ArrayBuffer.isView(value)) {
      const kind = kindOf(value);
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      if (!Object.hasOwn(viewTypes, kind)) throw new CloneError();
      return ['view', kind, toBase64(bytes)];
    }
    switch (kindOf(value)) {
      case 'ArrayBuffer':
        return ['buffer', toBase64(new Uint8Array(value as ArrayBuffer))];
      case 'Date':
        return ['date', this.encode((value as Date).getTime())];
      case 'RegExp':
        return ['regexp', (value as RegExp).source, (value as RegExp).flags];
      case 'Map':
        return [
          'map',
          [...(value as Map<unknown, unknown>)].map(([k, v]) => [this.encode(k), this.encode(v)]),
        ];
      case 'Set':
        return ['set', [...(value as Set<unknown>)].map((member) => this.encode(member))];
      case 'Error': {
        const error = value as Error;
        return ['error', error.name, error.message, error.stack ?? ''];
      }
      case 'Array':
        return ['array', Array.from(value as unknown[], (member) => this.encode(member))];
      case 'Object':
        return ['plain', Object.entries(value).map(([key, member]) => [key, this.encode(member)])];
      default:
        throw new CloneError();
    }
  }
}

class Decoder {
  private readonly made = new Map<number, unknown>();
  constructor(private readonly table: Json[]) {}

  decode(value: Json | undefined): unknown {
    if (!Array.isArray(value)) return value;
    const [kind, content] = value;
    switch (kind) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(content as string);
      case 'number':
        return Number(content);
      default:
        return this.object(content as number);
    }
  }

  private object(index: number): unknown {
    if (this.made.has(index)) return this.made.get(index);
    const [kind, ...content] = this.table[index] as Json[];
    const keep = <T>(value: T): T => {
      this.made.set(index, value);
      return value;
    };
    const [first, second, third] = content;
    switch (kind) {
      case 'view':
        return keep(new viewTypes[first as ViewName](fromBase64(second as string)));
      case 'buffer':
        return keep(fromBase64(first as string));
      case 'date':
        return keep(new Date(this.decode(first) as number));
      case 'regexp':
        return keep(new RegExp(first as string, second as string));
      case 'error':
        return keep(makeError(first as string, second as string, third as string));
      default:
        return this.container(kind as string, first as Json[], keep);
    }
  }

  /** A container is kept before it is filled: it may hold itself. */
  private container(kind: string, members: Json[], keep: <T>(value: T) => T): unknown {
    if (kind === 'array') {
      const list = keep<unknown[]>([]);
      for (const member of members) list.push(this.decode(member));
      return list;
    }
    if (kind === 'set') {
      const set = keep(new Set<unknown>());
      for (const member of members) set.add(this.decode(member));
      return set;
    }
    if (kind === 'map') {
      const map = keep(new Map<unknown, unknown>());
      for (const [key, member] of members as Json[][]) map.set(this.decode(key), this.decode(member));
      return map;
    }
    const object = keep<object>({});
    for (const [key, member] of members as Json[][]) {
      // Not an assignment: a key named __proto__ must stay a key.
      const property = { value: this.decode(member), enumerable: true, configurable: true, writable: true };
      Object.defineProperty(object, key as string, property);
    }
    return object;
  }
}

function makeError(name: string, message: string, stack: string): Error {
  const error = new Error(message);
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
  return error;
}

/** Throws CloneError on what structured clone refuses: functions, symbols, promises, weak collections. */
export function encode(value: unknown): string {
  const encoder = new Encoder();
  const root = encoder.encode(value);
  return JSON.stringify([root, encoder.table]);
}

export function decode(text: string): unknown {
  const [root, table] = JSON.parse(text) as [Json, Json[]];
  return new Decoder(table).decode(root);
}
