/** Vigil and a bare window, started in turn, so that whatever else the computer does hits both alike. */
import { rm } from 'node:fs/promises';
import { freshFolder, startApp } from '../../../support/driver/app';
import { startBareApp, type Opened } from './bare-app';

export const openings = ['vigil', 'bare'] as const;
export type Opening = (typeof openings)[number];

/** As a person would start it for the first time, or again: devices and relays of its own are not asked for. */
async function startVigil(folder: string): Promise<Opened> {
  const askedAt = Date.now();
  return { ...(await startApp({ relays: [], folder })), askedAt };
}

/** @returns what was measured of both, of each round but the first, which does not count. */
export async function inTurn(
  rounds: number,
  measure: (opened: Opened) => Promise<number>,
): Promise<Record<Opening, number>[]> {
  const folder = await freshFolder();
  const measured: Record<Opening, number>[] = [];
  try {
    for (let round = 0; round <= rounds; round++) {
      const seen: Record<Opening, number> = { vigil: 0, bare: 0 };
      for (const opening of round % 2 === 0 ? openings : openings.toReversed()) {
        const opened = await (opening === 'vigil' ? startVigil(folder) : startBareApp());
        try {
          seen[opening] = await measure(opened);
        } finally {
          await opened.close();
          if (opening === 'bare') await rm(opened.folder, { recursive: true, force: true, maxRetries: 20 });
        }
      }
      if (round > 0) measured.push(seen);
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
  return measured;
}
