/** The page that opens invite links. */
import { checkedPage, pageLink } from '../../shared/invite/page-link';

export { pageLink };

/** As it is kept; null for what is none. */
export function pageFor(address: string): string | null {
  return checkedPage(address, (text) => (URL.canParse(text) ? new URL(text) : null));
}
