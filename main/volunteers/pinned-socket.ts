/** TLS to a server whose certificate is known by its hash: nothing is sent where it is another one. */
import { createHash } from 'node:crypto';
import { Agent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { equalPublic } from '../../shared/bytes';
import type { AgentFor } from '../rendezvous/nostr/relay-socket';
import { bare } from './pins';

const LIMIT_MS = 10_000;

export class OtherCertificate extends Error {
  /** As the platform's own refusals of certificates have one. */
  readonly code = 'ERR_TLS_CERT_NOT_AS_NAMED';
}

export interface PinnedPlace {
  /** A name or an address. */
  host: string;
  port: number;
  /** SHA-256 of the certificate's DER form, 32 bytes. */
  certificate: Uint8Array;
  lookup?: LookupFunction | undefined;
}

/** Rejects with OtherCertificate, or as the network has it; after ten seconds at the latest. */
export function connectPinned({ host, port, certificate, lookup }: PinnedPlace): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    // Authorities are not asked: one that vouches for another certificate changes nothing.
    const place = { host: bare(host), port, servername: '', rejectUnauthorized: false };
    const socket = connect({ ...place, ...(lookup ? { lookup } : {}) });
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(LIMIT_MS, () => {
      fail(new Error('no answer in time'));
    });
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      const shown = new Uint8Array(createHash('sha256').update(socket.getPeerCertificate().raw).digest());
      if (!equalPublic(shown, certificate)) {
        fail(new OtherCertificate('the certificate is another one'));
        return;
      }
      socket.setTimeout(0);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

/** @param placeOf where an IPv4 address is reached from here. */
export function pinnedAgents(
  pinAt: (host: string) => Uint8Array | null,
  placeOf: (host: string) => Promise<string>,
  others: AgentFor,
): AgentFor {
  return (relayUrl) => {
    const { hostname, port, protocol } = new URL(relayUrl);
    const certificate = protocol === 'wss:' ? pinAt(hostname) : null;
    if (certificate === null) return others(relayUrl);
    const agent = new Agent();
    agent.createConnection = ({ lookup }, callback) => {
      placeOf(hostname)
        .then((host) => connectPinned({ host, port: port === '' ? 443 : Number(port), certificate, lookup }))
        .then(
          (socket) => callback?.(null, socket),
          // Where there is an error no socket is looked at.
          (error: unknown) => callback?.(error as Error, undefined as never),
        );
      return undefined;
    };
    return agent;
  };
}
