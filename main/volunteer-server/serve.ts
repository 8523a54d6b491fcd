/** `npm run volunteer -- --host ADDRESS [--relay] [--turn]`: a volunteer's server, and the text to hand on. */
import os from 'node:os';
import { cryptoReady } from '../../shared/crypto/sodium';
import { systemClocks } from '../clocks';
import { readOptions, usage, type VolunteerOptions } from './options';
import { runAs } from './own-user';
import { bytesOfNetworks, carriedNow } from './measures';
import { openState, usualStateFolder } from './state-folder';
import { statusLine } from './status-line';
import { checkReach, startVolunteer, type Checked, type RunningVolunteer } from './volunteer';

const ON_SCREEN_MS = 5000;
/** Where nobody looks on, a line now and then. */
const IN_JOURNAL_MS = 15 * 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Resolves with the exit code. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    say(usage);
    return 0;
  }
  if (process.getuid?.() === 0) {
    if (options.user === null)
      throw new Error(
        'Root is too much for this. Say --user NAME of a user of its own, or use the systemd unit.',
      );
    return runAs(options.user, [...process.execArgv, ...process.argv.slice(1)]);
  }
  await cryptoReady();
  const folder = options.state ?? usualStateFolder(process.env);
  const kept = await openState(folder, options.newText);
  const running = await startVolunteer(options, kept, folder, say);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
  const checked = await checkReach(options, kept);
  checked.forEach(sayChecked);
  say('\nThe volunteer text. Whoever has it can use this server until you make a new one (--new-text):\n');
  say(running.text);
  say('');
  const failed = checked.some(({ good }) => good === false);
  const watch = options.check ? null : showStatus(running, options);
  if (watch) await ended;
  clearInterval(watch ?? undefined);
  await running.close();
  return options.check && failed ? 1 : 0;
}

function sayChecked({ what, good }: Checked): void {
  const word = good === null ? 'not known from here' : good ? 'answers' : 'no answer';
  const clock =
    good === null ? 'not known from here' : good ? 'set by the network' : 'not set by the network';
  say(`${what}: ${what === 'clock' ? clock : word}`);
}

function showStatus({ relay }: RunningVolunteer, { turn, ports }: VolunteerOptions): NodeJS.Timeout {
  const isSeen = process.stdout.isTTY;
  let before: { bytes: number; at: number } | null = null;
  const show = async (): Promise<void> => {
    const [bytes, carried] = await Promise.all([bytesOfNetworks(), turn ? carriedNow(ports) : null]);
    const at = systemClocks.steady();
    const line = statusLine({
      ...{ relay: relay?.connections.size ?? null, carried },
      bytes: before ? bytes - before.bytes : 0,
      seconds: before ? (at - before.at) / 1000 : 1,
      load: os.loadavg()[0] ?? 0,
    });
    before = { bytes, at };
    if (isSeen) process.stdout.write(`\r\u001b[K${line}`);
    else say(line);
  };
  void show();
  return setInterval(() => void show(), isSeen ? ON_SCREEN_MS : IN_JOURNAL_MS);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
