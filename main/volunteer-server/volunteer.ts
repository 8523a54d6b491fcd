/** Everything that one command starts: the relay, coturn, and the text that says where they are. */
import { lookup } from 'node:dns/promises';
import os from 'node:os';
import { toBase64Url } from '../../shared/bytes';
import { encodeVolunteerText } from '../../shared/volunteer/volunteer-text';
import type { VolunteerOptions } from './options';
import { answersByTcp, answersByUdp, clockIsSet, showsCertificate } from './reach';
import { startRelay, type Relay } from './relay/relay';
import type { KeptState } from './state-folder';
import { startCoturn, type Coturn } from './turn/coturn';

export interface RunningVolunteer {
  text: string;
  relay: Relay | null;
  coturn: Coturn | null;
  close: () => Promise<void>;
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

/** @param said in words without addresses. Rejects when a port cannot be had, or coturn is not here. */
export async function startVolunteer(
  options: VolunteerOptions,
  kept: KeptState,
  folder: string,
  said: (line: string) => void,
): Promise<RunningVolunteer> {
  const { address } = await lookup(bare(options.host));
  const isHere = Object.values(os.networkInterfaces())
    .flatMap((all) => all ?? [])
    .some((one) => one.address === address);
  const listen = options.listen ?? (isHere ? address : null);
  const relay = options.relay
    ? await startRelay({
        host: listen ?? '::',
        port: options.relayPort,
        tls: { key: kept.key, cert: kept.certificate },
        limits: { connectionsPerAddress: options.each * 2 },
      })
    : null;
  const bytesPerSecond = Math.floor((options.mbits * 1_000_000) / 8);
  const coturn = options.turn
    ? await startCoturn(
        {
          listen,
          external: listen === address ? null : address,
          ...{ port: options.turnPort, tlsPort: options.tlsPort, ports: options.ports },
          ...{ keyFile: kept.keyFile, certificateFile: kept.certificateFile },
          secret: toBase64Url(kept.secret),
          folder,
          ...{ people: options.people, each: options.each },
          bytesPerSecond,
          // A picture, a screen and sound of one person; and nobody takes all.
          bytesPerSecondEach: Math.min(bytesPerSecond, 1_250_000),
        },
        said,
      )
    : null;
  return {
    text: encodeVolunteerText({
      host: options.host,
      relayPort: options.relay ? options.relayPort : null,
      turn: options.turn ? { port: options.turnPort, tlsPort: options.tlsPort } : null,
      certificate: kept.certificateHash,
      secret: options.turn ? kept.secret : null,
    }),
    ...{ relay, coturn },
    close: async () => {
      await Promise.all([relay?.close(), coturn?.close()]);
    },
  };
}

export interface Checked {
  what: string;
  /** null: it cannot be told from here. */
  good: boolean | null;
}

/** From this computer, by the address of the text: a router or firewall before it may still say no to others. */
export async function checkReach(options: VolunteerOptions, kept: KeptState): Promise<Checked[]> {
  const host = bare(options.host);
  const hash = kept.certificateHash;
  const { address } = await lookup(host);
  const parts: [string, () => Promise<boolean | null>][] = [
    ...(options.relay
      ? [
          [
            `relay by TLS, TCP port ${options.relayPort}`,
            () => showsCertificate(host, options.relayPort, hash),
          ],
        ]
      : []),
    ...(options.turn
      ? [
          [`TURN, UDP port ${options.turnPort}`, () => answersByUdp(address, options.turnPort)],
          [`TURN, TCP port ${options.turnPort}`, () => answersByTcp(host, options.turnPort)],
          [`TURN by TLS, TCP port ${options.tlsPort}`, () => showsCertificate(host, options.tlsPort, hash)],
        ]
      : []),
    ['clock', clockIsSet],
  ] as [string, () => Promise<boolean | null>][];
  return Promise.all(parts.map(async ([what, ask]) => ({ what, good: await ask() })));
}
