/** A package from any mirror: written beside its place, and given its name only if it is the one that the release names. */
import { createHash } from 'node:crypto';
import { equalPublic } from '../../shared/bytes';
import type { FileSink, Written } from '../../shared/meeting/files/file-ports';
import type { ReleaseFile } from '../../shared/release/manifest';
import { getFromWeb, MayNotBeAsked, type Web } from './web-get';

export type Got =
  'checked' | 'address' | 'onion' | 'unreachable' | 'other-size' | 'other-hash' | 'not-written' | 'stopped';

export interface Download {
  address: URL;
  file: ReleaseFile;
  sink: FileSink;
  web: Web;
  signal: AbortSignal;
  /** So many bytes are there. */
  progress: (bytes: number) => void;
}

/** Never throws. Whatever it is but `checked`, nothing is left of it. */
export async function download(asked: Download): Promise<Got> {
  const { sink, signal } = asked;
  const got = await receive(asked).catch((error: unknown): Got => {
    if (error instanceof MayNotBeAsked) return error.why === 'onion' ? 'onion' : 'address';
    return signal.aborted ? 'stopped' : 'unreachable';
  });
  if (got !== 'checked')
    await new Promise<void>((resolve) => {
      sink.discard(resolve);
    });
  return got;
}

async function receive({ address, file, sink, web, signal, progress }: Download): Promise<Got> {
  const hash = createHash('sha256');
  let bytes = 0;
  const answer = await getFromWeb(address, web, signal);
  for await (const part of answer as AsyncIterable<Uint8Array>) {
    if (bytes + part.length > file.size) return 'other-size';
    hash.update(part);
    if (
      (await written((then) => {
        sink.write(bytes, part, then);
      })) !== 'done'
    )
      return 'not-written';
    bytes += part.length;
    progress(bytes);
  }
  if (bytes !== file.size) return 'other-size';
  if (!equalPublic(new Uint8Array(hash.digest()), file.hash)) return 'other-hash';
  return (await written((then) => {
    sink.finish(then);
  })) === 'done'
    ? 'checked'
    : 'not-written';
}

const written = (write: (then: (outcome: Written) => void) => void): Promise<Written> => new Promise(write);
