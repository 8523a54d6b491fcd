/** News of releases of Vigil. */
import type { AppView } from '../../../renderer/state/contract';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { DAY } from './clock';
import { amara, app, inside, jonas, noReleases, now, tomas } from './fixtures';

type Releases = AppView['releases'];

const about = (change: Partial<Releases>): Partial<Snapshot> => ({
  screen: { name: 'settings' },
  app: { ...app, releases: { ...noReleases, ...change } },
});

const fileOf = (
  name: string,
  kind: string,
  size: number,
  fits = false,
): NonNullable<Releases['newest']>['files'][number] => ({
  ...{ name: `Vigil-0.2.0-${name}`, kind, size, fits },
});

const newest: NonNullable<Releases['newest']> = {
  ...{ version: '0.2.0', isNewer: true, isOver: false, issuedAt: now - 3 * DAY, expiresAt: now + 87 * DAY },
  files: [
    fileOf('mac-universal.dmg', 'dmg', 204_000_000),
    fileOf('linux-x64.deb', 'deb', 92_400_000, true),
    fileOf('win-x64-setup.exe', 'exe', 98_000_000),
  ],
};

const runs = (version: string, build: string, standing: Releases['standing']) => ({
  version,
  build,
  standing,
});

export const updateStates: Record<string, Partial<Snapshot>> = {
  'updates-none': about({}),
  'updates-no-keys': about({ keys: 'none', build: '', standing: 'not-released' }),
  'updates-newer': about({ newest, outcome: { outcome: 'accepted', from: 'Amara' } }),
  'updates-getting': about({
    newest,
    getting: { state: 'running', name: 'Vigil-0.2.0-linux-x64.deb', bytes: 31_000_000, size: 92_400_000 },
  }),
  'updates-checked': about({
    newest,
    standing: 'named',
    getting: { state: 'checked', name: 'Vigil-0.2.0-linux-x64.deb', kind: 'deb' },
  }),
  'updates-refused': about({
    newest: { ...newest, isOver: true, expiresAt: now - 2 * DAY },
    standing: 'unnamed',
    outcome: { outcome: 'unsigned', from: null },
    getting: { state: 'failed', why: 'other-hash' },
  }),
  'updates-contradiction': about({
    newest: { ...newest, files: [] },
    contradictions: ['0.2.0', '0.1.9'],
    outcome: { outcome: 'conflict', from: null },
  }),
  'updates-offered': {
    meeting: inside({
      peers: [
        { ...amara, runs: runs('0.2.0', 'a1b2c3d4e5f60718', 'named') },
        { ...jonas, runs: runs('0.2.0', '0badc0de0badc0de', 'unnamed') },
        { ...tomas, runs: runs('0.1.0', '', 'not-released') },
      ],
      releaseOffer: { peerId: amara.peerId, name: 'Amara', version: '0.2.0', asked: false },
    }),
  },
};
