/** How it goes, on one line: numbers, and nobody's name or address. */
import os from 'node:os';

export interface Measured {
  /** Connections to the relay now; null without it. */
  relay: number | null;
  /** Connections that are carried now; null without TURN. */
  carried: number | null;
  /** Received and sent by this computer since the line before. */
  bytes: number;
  /** Since the line before. */
  seconds: number;
  /** Of the processors, a minute's mean; 1: one of them is busy. */
  load: number;
}

export function statusLine({ relay, carried, bytes, seconds, load }: Measured): string {
  const mbits = (bytes * 8) / 1_000_000 / Math.max(seconds, 1);
  return [
    ...(relay === null ? [] : [`relay: ${relay} connected`]),
    ...(carried === null ? [] : [`TURN: ${carried} carried`]),
    `${mbits.toFixed(1)} Mbit/s`,
    `load ${load.toFixed(2)} of ${os.cpus().length}`,
  ].join(' · ');
}
