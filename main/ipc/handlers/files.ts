/** What the window may ask of files: main alone knows where they lie. */
import { VigilError } from '../../../shared/errors';
import type { DroppedFile } from '../../../shared/ipc';
import { readArrivedPicture } from '../../files/arrived-picture';
import { openArrivingFile } from '../../files/arriving-file';
import { chooseFile, choosePlace } from '../../files/choose-place';
import { openOfferedFile } from '../../files/offered-file';
import type { MeetingRunner } from '../../meeting/runner';
import type { Handlers } from '../server';

type FilesRequest = Extract<keyof Handlers, `files:${string}`>;

type Runner = Pick<MeetingRunner, 'files' | 'guarded'>;

export function filesHandlers(runner: Runner): Pick<Handlers, FilesRequest> {
  /** Where files arrive now: two at one place would be one. */
  const places = new Set<string>();
  /** By a meeting's files: where each was saved. Gone with the meeting. */
  const saved = new WeakMap<MeetingRunner['files'], Map<string, string>>();
  return {
    'files:choose': async ({ to }) => ({ offered: await choose(runner, to, {}) }),
    'files:save': async ({ id }) => {
      const { files } = runner;
      const awaited = files.awaited(id);
      if (!awaited) throw new VigilError('file-not-offered');
      const place = await choosePlace({ defaultPath: awaited.name });
      if (place === null) return { saving: false };
      if (places.has(place)) throw new VigilError('file-not-written');
      places.add(place);
      const over = (): void => {
        places.delete(place);
      };
      const sink = await openArrivingFile({ place, guarded: runner.guarded, over }).catch(
        (error: unknown) => {
          over();
          throw error;
        },
      );
      if (!files.accept(id, sink)) throw new VigilError('file-not-offered');
      const known = saved.get(files) ?? new Map<string, string>();
      saved.set(files, known.set(id, place));
      return { saving: true };
    },
    'files:look': async ({ id }) => {
      const { files } = runner;
      const arrived = files.arrived(id);
      const place = saved.get(files)?.get(id);
      if (!arrived || place === undefined) throw new VigilError('file-not-offered');
      return { picture: await readArrivedPicture(place, arrived) };
    },
    'files:decline': ({ id }) => {
      runner.files.decline(id);
    },
    'files:pause': ({ id }) => {
      runner.files.pause(id);
    },
    'files:resume': ({ id }) => {
      runner.files.resume(id);
    },
    'files:cancel': ({ id }) => {
      runner.files.cancel(id);
    },
  };
}

/**
 * A file that the person dropped. What the window says of it is no more than where the system's dialog begins: a window
 * that was taken over reads nothing that a person does not choose there.
 */
export async function offerDropped(runner: Runner, { path, to }: DroppedFile): Promise<void> {
  await choose(runner, to, { defaultPath: path });
}

/** In the meeting in which it was asked for, and in no other. */
async function choose(runner: Runner, to: string | null, begin: { defaultPath?: string }): Promise<boolean> {
  const { files } = runner;
  files.refuseOffer();
  const path = await chooseFile(begin);
  if (path === null) return false;
  const file = await openOfferedFile(path, runner.guarded);
  try {
    files.offer(file, to);
  } catch (error) {
    file.source.close();
    throw error;
  }
  return true;
}
