/** Addresses of web pages in what people write: found as text, and judged by where they really lead. */

/** What an address is ended by, and what stands behind it in a sentence. */
const ADDRESS = /https?:\/\/[^\s<>"'`|\\^{}]+/giu;
const BEHIND = '.,;:!?…。，、；：！？）】」』》)]';
const MAX_ADDRESS = 2048;

/** What a parser of addresses says of one (WHATWG URL): `host` is in ASCII, other letters as Punycode. */
export interface ParsedAddress {
  protocol: string;
  username: string;
  password: string;
  host: string;
  href: string;
}

export interface WebPage {
  /** Where it really leads: a host in ASCII, with a port if it is not the usual one. */
  host: string;
  href: string;
}

/** Parts of a text: what is plain, and what looks like the address of a page. */
export type TextPart = { kind: 'plain'; text: string } | { kind: 'address'; text: string };

/** All parts in order; together they are the text. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutBehind(found);
    if (address.length > MAX_ADDRESS) continue;
    if (index > end) parts.push({ kind: 'plain', text: text.slice(end, index) });
    parts.push({ kind: 'address', text: address });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ kind: 'plain', text: text.slice(end) });
  return parts;
}

/**
 * Where an address leads. Null for one that is none, is not of the web, or has a name in front of its host: that is
 * there to be taken for the host. @param parse null for what cannot be parsed.
 */
export function webPageOf(address: string, parse: (address: string) => ParsedAddress | null): WebPage | null {
  const parsed = parse(address);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '' || parsed.host === '') return null;
  return { host: parsed.host, href: parsed.href };
}

/** A closing bracket belongs to an address that has an opening one. */
function withoutBehind(found: string): string {
  let end = found.length;
  while (BEHIND.includes(found.charAt(end - 1))) end--;
  const bare = found.slice(0, end);
  return found.charAt(end) === ')' && bare.includes('(') ? `${bare})` : bare;
}
