/**
 * Calls between the page's world and the preload's, over events on an element that no page script can
 * reach. Chromium clones what an event carries from one world to the other; functions, promises and errors are
 * packed here.
 */

type Callable = (...args: unknown[]) => unknown;
type Packed =
  | { bridge: 'function' | 'promise'; id: string }
  | { bridge: 'error'; name: string; message: string }
  | { bridge: 'value'; value: unknown }
  | { bridge: 'array'; members: Packed[] }
  | { bridge: 'object'; members: [string, Packed][] };

interface Call {
  id: string;
  args: Packed[];
}

type Outcome = { ok: true; value: Packed } | { ok: false; error: Packed };

/** Kept before any page script runs: a page may replace what it finds on the globals. */
const { freeze, getPrototypeOf, entries, fromEntries } = Object;
const PromiseClass = Promise;
const CustomEventClass = CustomEvent;

function isPlain(value: object): boolean {
  const prototype: unknown = getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export class BridgeLink {
  private lastId = 0;
  private readonly functions = new Map<string, Callable>();
  private readonly ids = new WeakMap<Callable, string>();
  private outcome: Outcome | undefined;

  /** `own` and `other` name the two ends. */
  constructor(
    private readonly channel: EventTarget,
    private readonly own: string,
    private readonly other: string,
  ) {
    channel.addEventListener(`call-${own}`, (event) => {
      const outcome = this.run((event as CustomEvent<Call>).detail);
      channel.dispatchEvent(new CustomEventClass(`return-${other}`, { detail: outcome }));
    });
    channel.addEventListener(`return-${own}`, (event) => {
      this.outcome = (event as CustomEvent<Outcome>).detail;
    });
  }

  /** Offers a function under a name that the other end knows. */
  offer(id: string, callable: Callable): void {
    this.functions.set(id, callable);
  }

  call(id: string, args: unknown[]): unknown {
    const detail: Call = { id, args: args.map((argument) => this.pack(argument)) };
    this.outcome = undefined;
    this.channel.dispatchEvent(new CustomEventClass(`call-${this.other}`, { detail }));
    const outcome = this.outcome as Outcome | undefined;
    this.outcome = undefined;
    if (!outcome) throw new Error('The preload has gone');
    if (!outcome.ok) throw this.unpack(outcome.error);
    return this.unpack(outcome.value);
  }

  pack(value: unknown): Packed {
    if (typeof value === 'function') return { bridge: 'function', id: this.idOf(value as Callable) };
    if (typeof value !== 'object' || value === null) return { bridge: 'value', value };
    if (value instanceof PromiseClass) {
      const settle: Callable = (resolve, reject) => {
        value.then(resolve as Callable, reject as Callable);
      };
      return { bridge: 'promise', id: this.idOf(settle) };
    }
    if (value instanceof Error) return { bridge: 'error', name: value.name, message: value.message };
    if (Array.isArray(value)) return { bridge: 'array', members: value.map((member) => this.pack(member)) };
    if (!isPlain(value)) return { bridge: 'value', value };
    return { bridge: 'object', members: entries(value).map(([key, member]) => [key, this.pack(member)]) };
  }

  /** With `frozen`, what is exposed cannot be altered by the page. */
  unpack(packed: Packed, frozen = false): unknown {
    const close = <T>(value: T): T => (frozen ? freeze(value) : value);
    switch (packed.bridge) {
      case 'value':
        return packed.value;
      case 'function':
        return close((...args: unknown[]) => this.call(packed.id, args));
      case 'promise':
        return new PromiseClass((resolve, reject) => {
          this.call(packed.id, [resolve, reject]);
        });
      case 'error': {
        const error = new Error(packed.message);
        error.name = packed.name;
        return error;
      }
      case 'array':
        return close(packed.members.map((member) => this.unpack(member, frozen)));
      case 'object':
        return close(fromEntries(packed.members.map(([key, member]) => [key, this.unpack(member, frozen)])));
    }
  }

  private idOf(callable: Callable): string {
    const known = this.ids.get(callable);
    if (known !== undefined) return known;
    const id = `${this.own}${String(++this.lastId)}`;
    this.ids.set(callable, id);
    this.functions.set(id, callable);
    return id;
  }

  private run({ id, args }: Call): Outcome {
    try {
      const callable = this.functions.get(id);
      if (!callable) throw new Error('The context bridge has no such function');
      return { ok: true, value: this.pack(callable(...args.map((argument) => this.unpack(argument)))) };
    } catch (error) {
      return { ok: false, error: this.pack(error instanceof Error ? error : new Error(String(error))) };
    }
  }
}
