/** What Chromium's network service did, by its own log: names looked up, pages asked for, addresses connected to. */
import { readFile } from 'node:fs/promises';

export interface NetLog {
  /** Names, as they were asked for. */
  hosts: string[];
  /** Without the app's own scheme. */
  urls: string[];
  /** `ADDRESS:PORT` of TCP connections and of connected UDP sockets. */
  addresses: string[];
  /** How much was logged at all. */
  events: number;
}

/** For Chromium: writes the log into a file, which is whole once the app has ended. */
export const logSwitch = (file: string): string => `--log-net-log=${file}`;

interface Logged {
  type: number;
  params?: { host?: unknown; url?: unknown; address?: unknown };
}

const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
const once = (values: string[]): string[] => [...new Set(values)].sort();

export async function readNetLog(file: string): Promise<NetLog> {
  const { constants, events } = JSON.parse(await readFile(file, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: Logged[];
  };
  const typesNamed = (pattern: RegExp): Set<number> =>
    new Set(
      Object.entries(constants.logEventTypes).flatMap(([name, type]) => (pattern.test(name) ? [type] : [])),
    );
  const named = (pattern: RegExp, pick: (params: NonNullable<Logged['params']>) => unknown): string[] => {
    const types = typesNamed(pattern);
    return once(events.flatMap(({ type, params }) => (types.has(type) && params ? text(pick(params)) : [])));
  };
  return {
    hosts: named(/^HOST_RESOLVER_/, ({ host }) => host),
    urls: named(/^URL_REQUEST_START_JOB$/, ({ url }) => url).filter((url) => !url.startsWith('app://')),
    addresses: named(/^(TCP_CONNECT_ATTEMPT|UDP_CONNECT)$/, ({ address }) => address),
    events: events.length,
  };
}
