/** One stretching of one passphrase; the thread, its memory and what stands in it end with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { argon2id } from './passphrase';
import type { StretchRequest } from './stretch';

const { passphrase, salt, memoryKiB, passes } = workerData as StretchRequest;
const stretched = await argon2id(passphrase, salt, memoryKiB, passes);
passphrase.fill(0);
parentPort?.postMessage(stretched);
