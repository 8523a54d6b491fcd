/** Load and traffic as the system tells them: coturn itself is asked for no words, since they would name addresses. */
import { readFile } from 'node:fs/promises';

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

/** Sockets that carry something now: those within the range of ports. @param tables as /proc/net/udp has them. */
export function carriedIn(tables: string, { first, last }: { first: number; last: number }): number {
  const ports = [...tables.matchAll(/^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) /gm)].map(([, port = '']) =>
    parseInt(port, 16),
  );
  return ports.filter((port) => port >= first && port <= last).length;
}

/** Received and sent by all networks but the computer's own, in bytes. @param table as /proc/net/dev has it. */
export function bytesIn(table: string): number {
  return [...table.matchAll(/^\s*(\S+):\s*(\d+)(?:\s+\d+){7}\s+(\d+)/gm)]
    .filter(([, name]) => name !== 'lo')
    .reduce((sum, [, , received, sent]) => sum + Number(received) + Number(sent), 0);
}

export async function carriedNow(ports: { first: number; last: number }): Promise<number> {
  const tables = await Promise.all(['/proc/net/udp', '/proc/net/udp6'].map(textOf));
  return carriedIn(tables.join('\n'), ports);
}

export async function bytesOfNetworks(): Promise<number> {
  return bytesIn(await textOf('/proc/net/dev'));
}
