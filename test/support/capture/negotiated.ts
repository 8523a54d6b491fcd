/** What two session descriptions agree on, as far as a capture shows it. */

export interface Negotiated {
  /** Of sound, of whatever codec. */
  audioPayloadTypes: Set<number>;
  /** By id: every name that any section of any of the descriptions gives it. */
  extensions: Map<number, string[]>;
}

export function readNegotiated(descriptions: readonly string[]): Negotiated {
  const lines = descriptions.flatMap((sdp) => sdp.split(/\r?\n/));
  const audio = lines.flatMap((line) => /^m=audio \d+ \S+ ([\d ]+)$/.exec(line)?.[1]?.split(' ') ?? []);
  const extensions = new Map<number, string[]>();
  for (const line of lines) {
    const [, id, uri] = /^a=extmap:(\d+)(?:\/\w+)? (\S+)/.exec(line) ?? [];
    if (uri !== undefined) extensions.set(Number(id), [...(extensions.get(Number(id)) ?? []), uri]);
  }
  return { audioPayloadTypes: new Set(audio.map(Number)), extensions };
}
