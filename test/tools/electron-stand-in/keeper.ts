/**
 * Cleans up when this process is killed: a small shell waits for the end of a pipe that only this process
 * holds, then sees Chromium out and removes what was temporary.
 */
import { spawn } from 'node:child_process';

const script = `
pid=$1; shift
read -r _
tries=0
while [ "$pid" -gt 0 ] && kill -0 "$pid" 2>/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then kill -9 "$pid"; break; fi
  sleep 0.1
done
[ "$#" -eq 0 ] || rm -rf -- "$@"
`;

/** `pid` 0 stands for no process. */
export function cleanUpAfterMe(pid: number, folders: readonly string[]): void {
  const keeper = spawn('/bin/sh', ['-c', script, 'stand-in-keeper', String(pid), ...folders], {
    // Its own session: a kill of this process group must not take it along.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  (keeper.stdin as unknown as { unref(): void }).unref();
}
