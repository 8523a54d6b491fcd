/** Captures packets on the loopback of this computer, with tcpdump. Linux, as root. */
import { spawn } from 'node:child_process';
import { onPath } from '../../tools/scripts/chromium.mjs';
import { atExit, endGroup } from '../../tools/scripts/processes.mjs';
import { ensureSystemPackages } from '../../tools/scripts/system-packages.mjs';

/** It ends by itself then, even if this process is gone. */
const LIMIT_SECONDS = 240;
const MAX_PACKETS = 100_000;
/** Of each packet: headers only, for whoever does not look for what was said. */
const HEADERS = 128;
const WHOLE = 65_535;
const START_LIMIT_MS = 30_000;

/** Installs tcpdump where it may. Says why nothing can be captured here, or null. */
async function obstacleToCapture(): Promise<string | null> {
  if (process.platform !== 'linux') return 'packets are captured on Linux only';
  if (process.getuid?.() !== 0) return 'capturing packets needs root';
  if ((await ensureSystemPackages(['tcpdump'])).length > 0) return 'tcpdump is not here';
  return onPath(['timeout']) === undefined ? 'there is no timeout(1) to bound tcpdump with' : null;
}

/** Why the tests that capture are skipped here, or null. Throws where they must run. */
export async function reasonToSkipCapture(): Promise<string | null> {
  const obstacle = await obstacleToCapture();
  const mustRun = process.env['CI'] !== undefined && process.platform === 'linux' && process.getuid?.() === 0;
  if (obstacle !== null && mustRun) throw new Error(obstacle);
  return obstacle;
}

export interface Capture {
  /** Ends the capture; throws if it had reached its bounds before. @returns a pcap file. */
  stop: () => Promise<Uint8Array>;
}

/** The headers of what goes between two UDP ports. */
export function startCapture([one, other]: readonly [number, number]): Promise<Capture> {
  return capture(`udp and port ${String(one)} and port ${String(other)}`, HEADERS);
}

/** All that goes by UDP, and by TCP at this port, as it is. */
export function startWholeCapture(tcpPort: number): Promise<Capture> {
  return capture(`udp or tcp port ${String(tcpPort)}`, WHOLE);
}

/** Resolves once packets are being captured; throws with tcpdump's words if they cannot be. */
async function capture(filter: string, bytesOfEach: number): Promise<Capture> {
  const options = ['-i', 'lo', '-n', '-p', '-U', '--immediate-mode', '-w', '-'];
  const bounds = ['-s', String(bytesOfEach), '-c', String(MAX_PACKETS)];
  const command = ['-k', '2', String(LIMIT_SECONDS), 'tcpdump', ...options, ...bounds, filter];
  const child = spawn('timeout', command, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const forget = atExit(() => {
    endGroup(child, 'SIGKILL');
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      forget();
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    let words = '';
    const timer = setTimeout(() => {
      fail();
    }, START_LIMIT_MS);
    const fail = (): void => {
      clearTimeout(timer);
      endGroup(child, 'SIGKILL');
      reject(new Error(`tcpdump does not capture: ${words.trim()}`));
    };
    child.once('error', fail);
    child.once('exit', fail);
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      if (!words.includes('listening on')) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve();
    });
  });
  return {
    stop: async () => {
      if (child.exitCode !== null) throw new Error('the capture ended before the test did');
      endGroup(child, 'SIGINT');
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
