/** What a test proxy was asked for, and how it answers names that nobody else knows. */
export interface Asked {
  /** As it was named: a name shows that the proxy resolves it. */
  host: string;
  port: number;
  /** Null where none was given. */
  user: string | null;
}

export interface TestProxy {
  readonly port: number;
  /** Every connection that was asked for, in order. */
  readonly asked: readonly Asked[];
  /** How many connections came, greetings included. */
  readonly visits: number;
  /** Resolves when every connection and the port are free. */
  close: () => Promise<void>;
}

export interface TestProxyOptions {
  /** 0: a free one. */
  port?: number;
  /** Where it leads instead; the same port on loopback unless it says otherwise. */
  lead?: (asked: Asked) => { host: string; port: number };
  /** False: it refuses, as by a rule of its own. */
  lets?: (asked: Asked) => boolean;
}

export const toLoopback = ({ port }: Asked): { host: string; port: number } => ({ host: '127.0.0.1', port });
