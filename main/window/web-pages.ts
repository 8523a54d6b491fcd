/** Pages of the web that people write of, in the system's browser: the only way out of the window there is. */
import { shell } from 'electron';
import { VigilError } from '../../shared/errors';
import { textParts, webPageOf, type WebPage } from '../../shared/meeting/speaking-up/web-links';

/**
 * The page of an address that stands in this text. Throws VigilError bad-request for any other, and for what is no
 * page of the web. @param text what somebody wrote; null if that is not kept.
 */
export function pageIn(text: string | null, address: string): WebPage {
  const stands = textParts(text ?? '').some((part) => part.kind === 'address' && part.text === address);
  const page = stands ? webPageOf(address, parse) : null;
  if (!page) throw new VigilError('bad-request');
  return page;
}

/** As `pageIn`. Throws VigilError page-not-opened where the system has nothing to open it with. */
export async function openPageIn(text: string | null, address: string): Promise<void> {
  const { href } = pageIn(text, address);
  try {
    await shell.openExternal(href);
  } catch {
    throw new VigilError('page-not-opened');
  }
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
