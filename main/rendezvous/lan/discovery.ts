/**
 * Multicast DNS: asks who else listens for a name, and answers who asks. One instance for each IPv4 interface; names
 * are all that is told, with the port on which to call.
 */
import { systemClocks } from '../../clocks';
import makeMdns, { type MulticastDNS } from 'multicast-dns';

/** How often the interfaces are looked at; nothing is sent for that. */
const INTERFACES_CHECK_MS = 5000;
/** The same answer goes out once in this time: everybody on the network hears it. */
const ANSWER_PAUSE_MS = 200;
const TTL_SECONDS = 120;
/** The package knows this type, its declarations do not. */
const ANY = 'ANY' as string as 'SRV';
const MAX_RECORDS_READ = 64;
/** Names that an answer went out for lately. */
const MAX_ANSWERED = 256;

export interface DiscoveryOptions {
  /** Own addresses, one for each interface. */
  addresses: () => readonly string[];
  /** Of multicast DNS: 5353. */
  mdnsPort: number;
  /** On which calls are taken here. */
  port: number;
  isListenedTo: (name: string) => boolean;
  /** Somebody else listens for the name, and takes calls there: it answered, or asked itself. */
  found: (name: string, address: string, port: number, by: 'answer' | 'question') => void;
  /** There are other interfaces than before. */
  moved: () => void;
  changed: () => void;
}

/** As the packet says, not as it should be. */
interface SomeRecord {
  type?: unknown;
  name?: unknown;
  data?: unknown;
}

export class Discovery {
  readonly #instances = new Map<string, { mdns: MulticastDNS; isUsable: boolean }>();
  readonly #answeredAt = new Map<string, number>();
  readonly #check: NodeJS.Timeout;

  constructor(private readonly options: DiscoveryOptions) {
    this.#follow();
    this.#check = setInterval(() => {
      if (this.#follow()) options.moved();
    }, INTERFACES_CHECK_MS);
  }

  /** Why nobody can be found; null if somebody could. */
  get problem(): 'no-network' | 'no-multicast' | null {
    const instances = [...this.#instances.values()];
    if (instances.length === 0) return 'no-network';
    return instances.some(({ isUsable }) => isUsable) ? null : 'no-multicast';
  }

  /** In the form of a probe (RFC 6762, section 8.1): it also tells who asks. */
  ask(names: readonly string[]): void {
    const questions = names.map((name) => ({ name, type: ANY }));
    const authorities = names.map((name) => this.#record(name));
    this.#send((mdns, sent) => {
      mdns.query({ questions, authorities }, sent);
    });
  }

  /** All instances anew: the sockets of a network that is gone hear nothing any more. */
  renew(): void {
    for (const address of [...this.#instances.keys()]) this.#drop(address);
    this.#follow();
  }

  end(): void {
    clearInterval(this.#check);
    for (const address of [...this.#instances.keys()]) this.#drop(address);
  }

  /** Returns true if there are new interfaces. */
  #follow(): boolean {
    const addresses = new Set(this.options.addresses());
    const gone = [...this.#instances.keys()].filter((address) => !addresses.has(address));
    for (const address of gone) this.#drop(address);
    const fresh = [...addresses].filter((address) => !this.#instances.has(address));
    for (const address of fresh) this.#add(address);
    if (gone.length + fresh.length > 0) this.options.changed();
    return fresh.length > 0;
  }

  #add(address: string): void {
    // Bound to the interface's own address it would not hear what is said to the group.
    const mdns = makeMdns({ interface: address, bind: '0.0.0.0', port: this.options.mdnsPort });
    const instance = { mdns, isUsable: true };
    this.#instances.set(address, instance);
    const fail = (): void => {
      instance.isUsable = false;
      this.options.changed();
    };
    mdns.on('error', fail);
    mdns.on('warning', (error: Error & { syscall?: string }) => {
      // Others are packets that nobody can read: no matter.
      if (error.syscall === 'addMembership') fail();
    });
    // It tries again by itself, and may get there later.
    mdns.on('networkInterface', () => {
      if (instance.isUsable) return;
      instance.isUsable = true;
      this.options.changed();
    });
    mdns.on('query', ({ questions = [], authorities = [] }, { address: from }) => {
      if (this.#isOwn(authorities, from)) return;
      this.#answer(questions);
      this.#read(authorities, from, 'question');
    });
    mdns.on('response', ({ answers = [] }, { address: from }) => {
      this.#read(answers, from, 'answer');
    });
  }

  #drop(address: string): void {
    const instance = this.#instances.get(address);
    this.#instances.delete(address);
    try {
      instance?.mdns.destroy();
    } catch {
      // It never came to life.
    }
  }

  /** Everything that is said to the group is heard by oneself too. */
  #isOwn(records: readonly SomeRecord[], from: string): boolean {
    const { port, addresses } = this.options;
    return records.some((record) => portIn(record) === port) && addresses().includes(from);
  }

  #answer(questions: readonly SomeRecord[]): void {
    const asked = questions.slice(0, MAX_RECORDS_READ).flatMap(({ type, name }) => {
      const wanted = type === ANY || type === 'SRV';
      return wanted && typeof name === 'string' ? [name.toLowerCase()] : [];
    });
    const names = [...new Set(asked)].filter((name) => this.options.isListenedTo(name) && this.#isDue(name));
    if (names.length === 0) return;
    const answers = names.map((name) => this.#record(name));
    this.#send((mdns, sent) => {
      mdns.respond({ answers }, sent);
    });
  }

  #isDue(name: string): boolean {
    const now = systemClocks.steady();
    if (now - (this.#answeredAt.get(name) ?? -Infinity) < ANSWER_PAUSE_MS) return false;
    if (this.#answeredAt.size >= MAX_ANSWERED) this.#answeredAt.clear();
    this.#answeredAt.set(name, now);
    return true;
  }

  #read(records: readonly SomeRecord[], from: string, by: 'answer' | 'question'): void {
    for (const record of records.slice(0, MAX_RECORDS_READ)) {
      const name = typeof record.name === 'string' ? record.name.toLowerCase() : '';
      const port = portIn(record);
      if (port !== null && this.options.isListenedTo(name)) this.options.found(name, from, port, by);
    }
  }

  #record(name: string) {
    const data = { port: this.options.port, target: name, priority: 0, weight: 0 };
    return { name, type: 'SRV' as const, ttl: TTL_SECONDS, data };
  }

  #send(say: (mdns: MulticastDNS, sent: (error: Error | null) => void) => void): void {
    for (const { mdns } of this.#instances.values()) {
      say(mdns, () => {
        // What is lost is asked again.
      });
    }
  }
}

/** The port of an SRV record (RFC 2782); null if it is none. */
function portIn({ type, data }: SomeRecord): number | null {
  if (type !== 'SRV' || typeof data !== 'object' || data === null) return null;
  const { port } = data as { port?: unknown };
  return typeof port === 'number' && port > 0 ? port : null;
}
