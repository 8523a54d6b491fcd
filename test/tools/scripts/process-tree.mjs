/** What a process has started, and all that those have started. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/**
 * @typedef {object} ProcessEntry
 * @property {number} pid
 * @property {number} parent
 * @property {number} session 0 where the system does not tell
 * @property {boolean} hasEnded only its entry is left, until its parent asks for it
 * @property {number} cpuTicks user and system time that it has used itself, and its children that ended; 0 likewise
 */

/**
 * @param {string} stat what /proc/PID/stat holds (proc(5))
 * @returns {ProcessEntry}
 */
export function readStat(stat) {
  // The name stands in brackets and may hold anything, brackets too.
  const pid = Number.parseInt(stat, 10);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Counted from 3, the field after the name.
  const field = (/** @type {number} */ number) => Number(fields[number - 3]);
  const cpuTicks = field(14) + field(15) + field(16) + field(17);
  return { pid, parent: field(4), session: field(6), hasEnded: fields[0] === 'Z', cpuTicks };
}

/** @returns {ProcessEntry[]} those that run */
function allProcesses() {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => {
      const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, session: 0, hasEnded: false, cpuTicks: 0 };
    });
  }
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const entry = readStat(readFileSync(`/proc/${name}/stat`, 'latin1'));
      return entry.hasEnded ? [] : [entry];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

/**
 * Not on Windows.
 * @param {number} root
 * @returns {ProcessEntry[]} the process and everything below it; nothing when it is gone
 */
export function processTree(root) {
  const all = allProcesses();
  const tree = all.filter(({ pid }) => pid === root);
  // The list grows while it is walked.
  for (const { pid } of tree) tree.push(...all.filter((entry) => entry.parent === pid && entry.pid !== pid));
  return tree;
}

/**
 * Ends a process and what it started, all at once and without a word, as when the power fails. What it has put
 * into a session of its own stays: that is there to clean up behind it.
 * @param {number} root
 */
export function killTree(root) {
  const tree = process.platform === 'win32' ? [] : processTree(root);
  const session = tree[0]?.session;
  const pids = tree.filter((entry) => entry.session === session).map(({ pid }) => pid);
  for (const pid of pids.length > 0 ? pids : [root]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended on its own.
    }
  }
}
