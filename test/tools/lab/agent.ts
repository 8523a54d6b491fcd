/**
 * A participant in a home: runs inside the home's network namespace, starts the whole app there and obeys the lines
 * that come in, one at a time. Ends, with the app, when there is nobody to obey any more.
 */
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { commands, profileFolder, type CommandName } from './agent-commands';
import type { Answer, Order } from './agent-messages';

function answer(message: Answer): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

async function obey({ id, name, argument }: Order): Promise<void> {
  try {
    const command = commands[name as CommandName] as (argument: unknown) => Promise<unknown>;
    answer({ id, ok: true, value: (await command(argument)) ?? null });
  } catch (error) {
    answer({ id, ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

createInterface(process.stdin)
  .on('line', (line) => void obey(JSON.parse(line) as Order))
  .on('close', () => {
    void commands
      .close()
      .catch(() => undefined)
      .then(async () => {
        const folder = profileFolder();
        if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 20 });
        process.exit();
      });
  });
