/** What is looked at in every package, in this order. */
import { contentOfArchive } from './archive';
import { appStream, desktopEntry, kindsOfFiles } from './desktop';
import { filesAround } from './files';
import { fuses, integrity } from './fuses';
import { nativeParts } from './native';
import type { Opened } from './opened';
import { schema } from './schema';
import { size } from './size';

export interface Check {
  readonly name: string;
  /** Whether there is something to check. */
  readonly applies: (opened: Opened) => boolean;
  /** What is wrong, a line each. */
  readonly problems: (opened: Opened) => Promise<string[]> | string[];
}

const always = (): boolean => true;
const onLinux = ({ platform }: Opened): boolean => platform === 'linux';
const isInstalled = ({ system }: Opened): boolean => system !== null;

export const checks: readonly Check[] = [
  { name: 'electron-builder.yml keeps to its schema', applies: always, problems: schema },
  { name: 'the archive holds what is needed and nothing else', applies: always, problems: contentOfArchive },
  { name: 'native parts are those of the target, and can be loaded', applies: always, problems: nativeParts },
  { name: 'fuses are set as they should be', applies: always, problems: fuses },
  {
    name: 'the program knows its archive',
    applies: ({ platform }) => platform !== 'linux',
    problems: integrity,
  },
  { name: 'around it lies Electron and nothing else', applies: onLinux, problems: filesAround },
  {
    name: 'the desktop entry is valid, and leads to what is there',
    applies: isInstalled,
    problems: desktopEntry,
  },
  { name: 'the AppStream data are valid, and of this version', applies: isInstalled, problems: appStream },
  { name: 'invite files and invite links have their kinds', applies: isInstalled, problems: kindsOfFiles },
  { name: 'it is within its budget of bytes', applies: always, problems: size },
];
