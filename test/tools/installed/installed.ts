/**
 * The package as a person has it: installed, started by the desktop, in a call with an unpacked tar.gz, upgraded, removed.
 * As root on Debian, around the Electron that VIGIL_ELECTRON names; a line for each step, exit code 1 at the first that
 * does not hold.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hostMeeting } from '../../support/driver/call';
import { hearTone, seesParticipant } from '../../support/driver/observe';
import { expect } from '../../support/driver/patience';
import { fakeDeviceSwitches, writeParticipantMedia } from '../../support/media/files';
import { readConfig } from '../packages/config';
import { startRelay } from '../../../main/volunteer-server/relay/relay';
import { displayFor } from '../scripts/display.mjs';
import { atExit } from '../scripts/processes.mjs';
import { ensureTestUser } from '../scripts/test-user.mjs';
import { checkPackages, makePackages, type Packages } from './packages';
import { flawsOfSandbox, Person, type Window } from './person';
import { install, installedVersion, ownPaths, purge, traces } from './system';

const PROGRAM = '/usr/lib/vigil/vigil';
const { appId } = readConfig();

let begin = performance.now();
function done(step: string): void {
  const now = performance.now();
  process.stdout.write(`✓ ${step} (${((now - begin) / 1000).toFixed(1)} s)\n`);
  begin = now;
}

interface Stage {
  readonly folder: string;
  readonly packages: Packages;
  readonly alice: Person;
  readonly bob: Person;
  readonly relay: string;
}

/** Nothing may reach beyond this computer; and a camera and a microphone that can be recognised. */
function switchesFor({ folder, relay }: Pick<Stage, 'folder' | 'relay'>, index: number): string[] {
  const media = writeParticipantMedia(folder, index, { framesPerSecond: 10 });
  for (const file of [media.video, media.audio]) chmodSync(file, 0o644);
  const reach = [`--relay=${relay}`, '--transports=nostr', '--no-stun'];
  return [
    '--remote-debugging-port=0',
    '--force-prefers-reduced-motion',
    ...fakeDeviceSwitches(media),
    ...reach,
  ];
}

/** The package's own entry, as this person's desktop starts it for the test: with switches behind the program. */
async function overlayEntry(bob: Person, switches: readonly string[]): Promise<string> {
  const entry = readFileSync(`/usr/share/applications/${appId}.desktop`, 'utf8');
  const own = entry.replace('Exec=vigil %U', `Exec=vigil ${switches.join(' ')} %U`);
  expect(own).not.toBe(entry);
  const file = bob.write(`.local/share/applications/${appId}.desktop`, own);
  await bob.runs('update-desktop-database', path.dirname(file));
  return file;
}

async function viewOf({
  page,
}: Window): Promise<{ version: string; fingerprint: string; contacts: string[] }> {
  return page.evaluate(async () => {
    const answer = await window.vigil.request['app:get'](undefined);
    if (!answer.ok) throw new Error(answer.code);
    const { version, fingerprint, contacts } = answer.value;
    return { version, fingerprint, contacts: contacts.map(({ name }) => name) };
  });
}

async function call(host: Window, guest: Window, bob: Person, link: string): Promise<void> {
  bob.starts('xdg-open', link);
  await guest.page.getByTestId('preview-name').fill('Bob');
  done('a click on a link opens its preview, in the Vigil that runs (xdg-open)');
  await guest.page.getByTestId('preview-enter').click();
  await host.page.getByTestId('knock-admit').click();
  expect(await seesParticipant(host.page, 1)).toBe(true);
  expect(await seesParticipant(guest.page, 0)).toBe(true);
  expect([await hearTone(host.page), await hearTone(guest.page)]).toEqual([1, 0]);
  done('picture and tone are recognised on both sides of the call');
}

async function play(stage: Stage): Promise<void> {
  const { packages, alice, bob } = stage;
  const { version } = readConfig();
  await install(packages.deb);
  expect(await installedVersion()).toBe(version);
  const { mode, uid } = lstatSync('/usr/lib/vigil/chrome-sandbox');
  expect([mode & 0o7777, uid]).toEqual([0o4755, 0]);
  expect(await bob.runs('xdg-mime', 'query', 'default', 'x-scheme-handler/vigil')).toBe(`${appId}.desktop`);
  const [kind = ''] = readConfig().fileAssociations.map(({ mimeType }) => mimeType);
  expect(await bob.runs('gio', 'mime', kind)).toContain(`: ${appId}.desktop`);
  done('the deb is installed, and opens links and invite files');

  const entry = await overlayEntry(bob, switchesFor(stage, 1));
  let own = await bob.opensVigil(PROGRAM, 'gio', 'launch', entry);
  expect(flawsOfSandbox(own.pid)).toEqual([]);
  done('started from its desktop entry as an ordinary user, with the sandbox on');

  execFileSync('tar', ['-xzf', packages.tarball, '-C', alice.home]);
  const unpacked = path.join(alice.home, path.basename(packages.tarball, '.tar.gz'), 'vigil');
  const other = await alice.opensVigil(unpacked, unpacked, ...switchesFor(stage, 0));
  const link = await hostMeeting(other.page, 'Alice');
  done('the unpacked tar.gz hosts a meeting');

  await call(other, own, bob, link);
  await own.page.getByTestId('control-leave').click();
  await expect(own.page.getByTestId('home-new-meeting')).toBeVisible();
  const before = await viewOf(own);
  expect([before.version, before.contacts]).toEqual([version, ['Alice']]);
  await own.close();

  await install(packages.nextDeb);
  expect(await installedVersion()).toBe(packages.nextVersion);
  // By a file this time: a start with it leads to its preview.
  const file = bob.write('Meeting of Alice.vigil', `${link}\n`);
  own = await bob.opensVigil(PROGRAM, 'gio', 'open', file);
  await expect(own.page.getByTestId('preview-enter')).toBeVisible();
  expect(await viewOf(own)).toEqual({ ...before, version: packages.nextVersion });
  await own.close();
  await other.close();
  done('upgraded, with vault and contacts kept; a .vigil file opens its preview');

  const paths = await ownPaths();
  await purge();
  expect(await installedVersion()).toBeNull();
  expect(traces(paths)).toEqual([]);
  expect(existsSync(path.join(bob.home, '.config/Vigil'))).toBe(true);
  done('removed without a trace but the profile');
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-installed-'));
chmodSync(folder, 0o755);
mkdirSync(path.join(folder, 'media'));
atExit(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});
// Nobody's own Vigil is touched.
if ((await installedVersion()) !== null) throw new Error('Vigil is installed on this computer');
const packages = await makePackages(folder);
done('the packages are made');
process.stdout.write(await checkPackages(packages));
done('npm run dist -- --check finds nothing wrong with them');
const user = await ensureTestUser();
const display = await displayFor({ kind: 'electron', executable: '', isOtherUser: true, args: [], env: {} });
const relay = await startRelay();
const people = [
  new Person(user, display.env['DISPLAY'] ?? ''),
  new Person(user, display.env['DISPLAY'] ?? ''),
] as const;
const [alice, bob] = people;
// However this ends.
atExit(() => {
  for (const person of people) person.goes();
  spawnSync('dpkg', ['--purge', 'vigil'], { stdio: 'ignore' });
});
try {
  await play({ folder: path.join(folder, 'media'), packages, alice, bob, relay: relay.url });
} catch (error) {
  process.stdout.write(`✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  for (const person of people) person.goes();
  if ((await installedVersion()) !== null) await purge();
  await relay.close();
  await display.stop();
}
// Connections to windows that are gone would keep it.
process.exit();
