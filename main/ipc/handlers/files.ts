/** What the window may ask of files: main alone knows where they lie. */
import { dialog } from 'electron';
import { VigilError } from '../../../shared/errors';
import type { DroppedFile } from '../../../shared/ipc';
import { openArrivingFile } from '../../files/arriving-file';
import { openOfferedFile } from '../../files/offered-file';
import type { MeetingRunner } from '../../meeting/runner';
import type { Handlers } from '../server';

type FilesRequest = Extract<keyof Handlers, `files:${string}`>;

type Runner = Pick<MeetingRunner, 'files' | 'guarded'>;

export function filesHandlers(runner: Runner): Pick<Handlers, FilesRequest> {
  return {
    'files:choose': async ({ to }) => {
      runner.files.refuseOffer();
      const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'] });
      const [path] = filePaths;
      if (canceled || path === undefined) return { offered: false };
      await offer(runner, { path, to });
      return { offered: true };
    },
    'files:save': async ({ id }) => {
      const { files } = runner;
      const awaited = files.awaited(id);
      if (!awaited) throw new VigilError('file-not-offered');
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: awaited.name });
      if (canceled || filePath === '') return { saving: false };
      const sink = await openArrivingFile({ place: filePath, guarded: runner.guarded });
      if (!files.accept(id, sink)) throw new VigilError('file-not-offered');
      return { saving: true };
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

/** By the preload: a file that the person dropped. */
export async function offerDropped(runner: Runner, dropped: DroppedFile): Promise<void> {
  runner.files.refuseOffer();
  await offer(runner, dropped);
}

async function offer(runner: Runner, { path, to }: DroppedFile): Promise<void> {
  const { files } = runner;
  const file = await openOfferedFile(path, runner.guarded);
  try {
    files.offer(file, to);
  } catch (error) {
    file.source.close();
    throw error;
  }
}
