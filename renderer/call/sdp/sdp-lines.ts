/** Session descriptions (RFC 8866) as lines, cut into the session's part and one part for each media section. */

export interface SdpParts {
  session: string[];
  media: string[][];
}

export function splitSdp(sdp: string): SdpParts {
  const parts: SdpParts = { session: [], media: [] };
  for (const line of sdp.split(/\r?\n/)) {
    if (line === '') continue;
    if (line.startsWith('m=')) parts.media.push([line]);
    else (parts.media.at(-1) ?? parts.session).push(line);
  }
  return parts;
}

/** Values of all `a=name:value` lines. */
export function attributes(lines: readonly string[], name: string): string[] {
  const prefix = `a=${name}:`;
  return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}

/** The value of `a=name:value`; throws if there is none. */
export function attribute(lines: readonly string[], name: string): string {
  const [value] = attributes(lines, name);
  if (value === undefined) throw new Error(`session description without ${name}`);
  return value;
}

export function joinSdp(lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join('');
}
