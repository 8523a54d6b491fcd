/** Where a computer's packets went, read from the lines that tcpdump prints. Pure. */

export interface Traffic {
  toProxy: number;
  strays: string[];
}

/** @param lines of `tcpdump -n -q -t`: `IP FROM.PORT > TO.PORT: …`, one for each packet. */
export function trafficOf(lines: readonly string[], proxy: string, port: number): Traffic {
  const place = `${proxy}.${String(port)}`;
  const packets = lines.filter((line) => line !== '');
  const isToProxy = (line: string): boolean => {
    const [, from, to] = /^IP (\S+) > (\S+):/.exec(line) ?? [];
    return from === place || to === place;
  };
  return { toProxy: packets.filter(isToProxy).length, strays: packets.filter((line) => !isToProxy(line)) };
}
