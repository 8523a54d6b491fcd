import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from './loopback';
import { localNetwork, noLocalNetwork } from './namespaces';
import type { Order, Word } from './person-child';

const NAME_OF_HOST = 'Aurelia Quarterstaff';
const NAME_OF_GUEST = 'Bartholomew Ravenscroft';
const TITLE = 'Harvest Council';

/** The next word of this kind; fails with what the child wrote if it ends before. */
async function hear<W extends Word['word']>(
  child: ChildProcess,
  word: W,
): Promise<Extract<Word, { word: W }>> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString()));
    child.once('exit', () => reject(new Error(`it ended: ${errors}`)));
    child.on('message', (said: Word) => {
      if (said.word === word) resolve(said as Extract<Word, { word: W }>);
    });
  });
}

const order = (child: ChildProcess, given: Order): void => void child.send(given);

const refusal = noLocalNetwork();

describe.skipIf(refusal !== null)(
  `two computers without internet${refusal === null ? '' : `: ${refusal}`}`,
  () => {
    it('meet by the local network alone, and nothing readable passes between them', async () => {
      const network = localNetwork();
      onTestFinished(network.end);
      const capture = network.capture();
      const captured: Buffer[] = [];
      capture.stdout?.on('data', (bytes: Buffer) => captured.push(bytes));
      await once(capture.stderr!, 'data');

      const [host, guest] = ([0, 1] as const).map((computer) =>
        network.start(computer, 'test/unit/main/rendezvous/lan/person-child.ts'),
      ) as [ChildProcess, ChildProcess];
      await Promise.all([hear(host, 'ready'), hear(guest, 'ready')]);
      const invited = hear(host, 'link');
      order(host, { order: 'host', name: NAME_OF_HOST, title: TITLE });
      const { link } = await invited;
      const met = Promise.all([hear(host, 'met'), hear(guest, 'met')]);
      order(guest, { order: 'join', name: NAME_OF_GUEST, link });
      const [, there] = await met;
      expect(there).toMatchObject({ state: 'works', others: 1 });
      expect(there.milliseconds).toBeLessThan(5000);

      // Hello, answer and knock, and what the door says: envelopes of 1,000 bytes.
      await eventually(() => Buffer.concat(captured).length).toBeGreaterThan(4000);
      capture.kill('SIGINT');
      await once(capture, 'close');
      const all = Buffer.concat(captured);
      expect(all.toString('latin1')).toMatch(/[0-9a-f]{12}\x05local/);
      const secrets = [NAME_OF_HOST, NAME_OF_GUEST, TITLE].flatMap((text) => text.split(' '));
      for (const word of [...secrets, 'vigil', 'noise', link.slice(-20)]) {
        for (const encoding of ['utf8', 'utf16le'] as const) {
          const sought = Buffer.from(word.toLowerCase(), encoding).toString('latin1');
          expect(all.toString('latin1').toLowerCase().includes(sought), word).toBe(false);
        }
      }
    }, 30_000);
  },
);
