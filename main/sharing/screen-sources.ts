/** What there is to share on this computer, without Vigil's own windows, and in bounds. */
import type { DesktopCapturerSource, SourcesOptions } from 'electron';
import { MAX_SOURCE_NAME, MAX_SOURCES, THUMBNAIL, type ScreenSource } from '../../shared/ipc';

export interface Capturer {
  getSources: (options: SourcesOptions) => Promise<DesktopCapturerSource[]>;
}

const QUALITY = 80;

/** `window:NUMBER:OWN` and `screen:NUMBER:0`, where OWN is not 0 for a window of this program. */
const SOURCE_ID = /^(window|screen):-?\d+:(\d+)$/;

/** @param own what the own windows are called as sources. */
export async function listSources(capturer: Capturer, own: ReadonlySet<string>): Promise<ScreenSource[]> {
  const found = await capturer.getSources({ types: ['screen', 'window'], thumbnailSize: { ...THUMBNAIL } });
  const sources = found.filter(({ id }) => !own.has(id)).flatMap((source) => read(source) ?? []);
  return (['screen', 'window'] as const).flatMap((kind) =>
    sources.filter(({ source }) => source === kind).slice(0, MAX_SOURCES),
  );
}

function read({ id, name, thumbnail }: DesktopCapturerSource): ScreenSource | null {
  const [, kind, isOwn] = SOURCE_ID.exec(id) ?? [];
  if ((kind !== 'window' && kind !== 'screen') || isOwn !== '0') return null;
  const isSeen = !thumbnail.isEmpty();
  return {
    id,
    source: kind,
    name: name.slice(0, MAX_SOURCE_NAME),
    thumbnail: isSeen ? new Uint8Array(thumbnail.toJPEG(QUALITY)) : null,
  };
}
