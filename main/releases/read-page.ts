/** A release file from a page that the person named. */
import { MAX_RELEASE_LENGTH } from '../../shared/release/limits';
import { getFromWeb, type Web } from './web-get';

const PAGE_MS = 60_000;

/** Rejects where it is not reached in a minute, or given up; of a longer answer, a byte more than any release file has. */
export async function readPage(address: URL, web: Web, given: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const answer = await getFromWeb(address, web, AbortSignal.any([given, AbortSignal.timeout(PAGE_MS)]));
  for await (const part of answer as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length > MAX_RELEASE_LENGTH) break;
  }
  return new Uint8Array(Buffer.concat(parts)).slice(0, MAX_RELEASE_LENGTH + 1);
}
