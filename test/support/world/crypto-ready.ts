/** Runs before every file of unit tests: some of them make keys while they are being collected. */
import { cryptoReady } from '../../../shared/crypto/sodium';

await cryptoReady();
