/** What the window may ask of releases: main alone knows where files lie, and never starts one. */
import { open } from 'node:fs/promises';
import { shell } from 'electron';
import { VigilError } from '../../../shared/errors';
import { MAX_RELEASE_LENGTH } from '../../../shared/release/limits';
import { chooseFile, choosePlace } from '../../files/choose-place';
import type { MeetingRunner } from '../../meeting/runner';
import type { Releases } from '../../releases/releases';
import type { Handlers } from '../server';

type ReleasesRequest = Extract<keyof Handlers, `releases:${string}`>;

export function releasesHandlers(
  releases: Releases,
  runner: Pick<MeetingRunner, 'releases'>,
): Pick<Handlers, ReleasesRequest> {
  const { getting } = releases;
  return {
    'releases:open-file': async () => {
      const place = await chooseFile();
      // It may have been locked meanwhile.
      if (place !== null) releases.accept(await firstBytes(place), null);
    },
    'releases:ask-page': ({ address }) => releases.askPage(address).then(() => undefined),
    'releases:ask-member': ({ peerId }) => {
      if (!runner.releases) throw new VigilError('no-meeting');
      runner.releases.ask(peerId);
    },
    'releases:get': ({ name, address }) => {
      const file = releases.files.find((one) => one.name === name);
      if (!file) throw new VigilError('bad-request');
      // Its view tells how it goes.
      void getting.get(file, address, () => chosenPlace(file.name));
    },
    'releases:stop': () => {
      getting.stop();
    },
    'releases:check-file': async () => {
      if (releases.files.length === 0) throw new VigilError('bad-request');
      await getting.check(
        () => releases.files,
        () => chooseFile(),
      );
    },
    'releases:show': () => {
      if (getting.place !== null) shell.showItemInFolder(getting.place);
    },
  };
}

const chosenPlace = (name: string): Promise<string | null> => choosePlace({ defaultPath: name });

/** As much as a release file can have, and a byte more; nothing of what cannot be read, which is no release. */
async function firstBytes(place: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(MAX_RELEASE_LENGTH + 1);
  try {
    const handle = await open(place, 'r');
    try {
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytes.slice(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return new Uint8Array();
  }
}
