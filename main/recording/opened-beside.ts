/** An opened recording is written beside the place that was chosen, and moved there when it is whole: until then all is as it was. */
import { stat, type FileHandle } from 'node:fs/promises';
import type { SteadyClock } from '../../shared/clocks';
import { toHex } from '../../shared/bytes';
import { randomBytes } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { renameWhenFree } from '../files/rename-when-free';
import type { OpenedTarget } from './open-sealed';
import { openRecordingFile } from './recording-file';

export interface OpenedBesideOptions {
  place: string;
  /** What is read: it is never replaced, by whatever name it is called. */
  sealed: FileHandle;
  steady: SteadyClock;
}

/** Throws VigilError recording-same-file, recording-not-written, recording-full. */
export async function openedBeside({ place, sealed, steady }: OpenedBesideOptions): Promise<OpenedTarget> {
  if (await isSame(place, sealed)) throw new VigilError('recording-same-file');
  const beside = `${place}.${toHex(randomBytes(4))}.part`;
  const file = await openRecordingFile({ place: beside, sealer: null, steady });
  return {
    write: (write) => file.write(write),
    finish: async () => {
      await file.finish();
      if (file.size === 0) return;
      try {
        await renameWhenFree(beside, place);
      } catch {
        throw new VigilError('recording-not-written');
      }
    },
    abandon: () => file.abandon(),
  };
}

/** A name may be written in several ways, and a file may have several names. */
async function isSame(place: string, sealed: FileHandle): Promise<boolean> {
  const there = await stat(place, { bigint: true }).catch(() => null);
  if (!there) return false;
  const { dev, ino } = await sealed.stat({ bigint: true });
  return there.dev === dev && there.ino === ino;
}
