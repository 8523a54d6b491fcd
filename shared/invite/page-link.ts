/** Invite links as addresses of the web, which programs make clickable (docs/protocol.md, section 3). */

const SCHEME = 'vigil://join/';
/** Characters of a page's address. */
export const MAX_PAGE_LENGTH = 256;

/** What a parser of addresses says of one (WHATWG URL). */
export interface ParsedPage {
  protocol: string;
  username: string;
  password: string;
  href: string;
}

/**
 * The address of a page that opens invites, as it is kept; null for what is none: not https, with a name or password,
 * a question or a fragment, or too long. @param parse null for what cannot be parsed.
 */
export function checkedPage(address: string, parse: (address: string) => ParsedPage | null): string | null {
  const page = parse(address.trim());
  if (page?.protocol !== 'https:' || page.href.length > MAX_PAGE_LENGTH) return null;
  // An empty question or fragment leaves its sign in the address alone.
  if (page.username !== '' || page.password !== '' || /[?#]/u.test(page.href)) return null;
  return page.href;
}

/** The link behind the `#` of that page, which no server is told. @param link `vigil://join/…`. */
export function pageLink(page: string, link: string): string {
  return `${page}#${link.slice(SCHEME.length)}`;
}
