/** What an ICE restart changes in a link, and what it leaves alone (docs/protocol.md, section 10.4). */
import type { CompactDescription, MediaDescription } from '../../../shared/wire/description';
import { buildDataSdp } from './compact-sdp';
import type { SoundEncoding } from '../encoding/sound-encoding';
import { buildMediaSdp } from './media-sdp';

/** The way to the other end is new; its certificate and its role are those that the link was opened with. */
export function restarted(
  known: CompactDescription,
  { ufrag, pwd, candidates }: CompactDescription,
): CompactDescription {
  return { ...known, ufrag, pwd, candidates };
}

/**
 * Throws Error on a description with a forbidden extension or a repeated section.
 * @param media what was negotiated, null if nothing was yet.
 */
export function buildRestartSdp(
  media: MediaDescription | null,
  transport: CompactDescription,
  sound: SoundEncoding,
): string {
  return media ? buildMediaSdp(media, transport, sound) : buildDataSdp(transport);
}
