/** What is left of a meeting where others can look: at the relay, on the network, in the files of the apps. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPcap } from '../support/capture/pcap';
import { reasonToSkipCapture, startWholeCapture } from '../support/capture/tcpdump';
import { freshFolder } from '../support/driver/app';
import { hostMeeting, join } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { textsAt, writeMessage } from '../support/driver/speaking-up';
import { formsOf } from '../support/forms-of-text';

const TITLE = 'Memorial of the fourth of June';
const [HOST, GUEST] = ['Wang Weilin Xiaobo', 'Xiao Ming Zhaohua'];
const TO_ALL = 'The letter lies under the pear tree';
const TO_ONE = 'Bring the second candle by the canal';

interface Place {
  name: string;
  bytes: Buffer;
}

async function filesIn(folder: string): Promise<Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => ({ name, bytes: await readFile(path.join(parentPath, name)) })),
  );
}

/** Where one of the texts stands, in whatever form. */
function found(texts: readonly string[], places: readonly Place[]): string[] {
  return places.flatMap(({ name, bytes }) =>
    texts
      .filter((text) => formsOf(text).some((form) => bytes.includes(form)))
      .map((text) => `${name}: ${text}`),
  );
}

test.describe('after a meeting with chat', () => {
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    const reason = await reasonToSkipCapture();
    test.skip(reason !== null, reason ?? '');
  });

  test('no text, name or title is left at the relay, in the packets or in the files', async ({
    relay,
    app,
  }) => {
    const heard: string[] = [];
    const { url, port } = await relay({
      tap: (entry) => {
        if (entry.type === 'received' || entry.type === 'sent') heard.push(entry.text);
      },
    });
    const folders = [await freshFolder(), await freshFolder()];
    const capture = await startWholeCapture(port);
    const [alice, bob] = await Promise.all(folders.map((folder) => app({ relays: [url], folder })));
    if (!alice || !bob) throw new Error('two apps are needed');
    const link = await hostMeeting(alice.page, HOST, TITLE);
    await join(alice.page, bob.page, link, GUEST);
    await writeMessage(alice.page, TO_ALL);
    expect(await textsAt(bob.page, 1)).toEqual([TO_ALL]);
    await writeMessage(bob.page, TO_ONE, HOST);
    expect(await textsAt(alice.page, 2)).toContain(TO_ONE);
    await bob.close();
    await alice.close();
    const packets = Buffer.from(await capture.stop());

    const relayLog = Buffer.from(heard.join('\n'));
    const places: Place[] = [
      { name: 'relay', bytes: relayLog },
      { name: 'packets', bytes: packets },
      ...(await Promise.all(folders.map(filesIn))).flat(),
    ];
    expect(found([TITLE, HOST, GUEST, TO_ALL, TO_ONE], places)).toEqual([]);
    // The places are those of this meeting: what they must hold is there.
    const [event] = heard.filter((text) => text.startsWith('["EVENT"'));
    const pubkey = /"pubkey":"([0-9a-f]{64})"/.exec(event ?? '')?.[1] ?? 'none';
    expect(packets.includes('["EOSE"')).toBe(true);
    expect(relayLog.includes(pubkey)).toBe(true);
    expect(readPcap(packets).filter(({ length }) => length > 100).length).toBeGreaterThan(50);
    expect(places.length).toBeGreaterThan(4);
  });
});
