/** Where an address in a message really leads. */
import { textParts, webPageOf, type WebPage } from '../../shared/meeting/speaking-up/web-links';

export { textParts };
export type { TextPart } from '../../shared/meeting/speaking-up/web-links';

/** Null for what is no page of the web. */
export function pageOf(address: string): WebPage | null {
  return webPageOf(address, (text) => (URL.canParse(text) ? new URL(text) : null));
}
