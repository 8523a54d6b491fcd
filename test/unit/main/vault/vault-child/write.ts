/**
 * Writes the vault again and again and says after each write which one it was, until it is killed or has done
 * all. Arguments: folder, first number, last number.
 */
import { writeSync } from 'node:fs';
import { Vault } from '../../../../../main/vault/vault';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { keyStore, locksmith } from '../../../../support/world/vault';
import { master, PASSPHRASE } from './keys';

const [folder = '', first = '0', last = '0'] = process.argv.slice(2);
await cryptoReady();
const vault = await Vault.open(folder, locksmith(keyStore(master)));
if (vault.isLocked) await vault.unlock(PASSPHRASE);
for (let number = Number(first); number <= Number(last); number++) {
  await vault.saveSettings({ name: String(number) });
  writeSync(1, `${String(number)}\n`);
}
