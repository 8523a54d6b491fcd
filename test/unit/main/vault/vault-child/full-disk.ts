/** In a folder on a disk of its own, fills the disk and goes on writing. Prints what it found, as JSON. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Vault } from '../../../../../main/vault/vault';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { keyStore, locksmith } from '../../../../support/world/vault';
import { master, PASSPHRASE } from './keys';

const [folder = ''] = process.argv.slice(2);
const open = (): Promise<Vault> => Vault.open(folder, locksmith(keyStore(master)));
const codeOf = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => 'saved',
    (error: unknown) => (error as { code?: unknown }).code,
  );

await cryptoReady();
const vault = await open();
await vault.saveSettings({ name: 'before' });
const filler = path.join(folder, 'filler');
let size = 64 * 1024;
for (; size >= 1; size = Math.floor(size / 2)) {
  try {
    writeFileSync(filler, new Uint8Array(size), { flag: 'a' });
  } catch {
    // A smaller piece may still fit.
  }
}
const whileFull = await codeOf(vault.saveSettings({ name: 'while full' }));
const passphraseWhileFull = await codeOf(vault.setPassphrase(null, PASSPHRASE));
const inMemory = vault.settings.name;
const again = await open();
const onDisk = again.settings.name;
const viewWhileFull = again.view;
rmSync(filler);
const afterwards = await codeOf(again.saveSettings({ name: 'afterwards' }));
const atLast = (await open()).settings.name;
console.log(
  JSON.stringify({ whileFull, passphraseWhileFull, inMemory, onDisk, viewWhileFull, afterwards, atLast }),
);
