/** What a volunteer's server can find out from where it stands: whether each part answers at the address of its text. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { equalPublic } from '../../shared/bytes';

const LIMIT_MS = 5000;
const ASK_AGAIN_MS = 250;

/** An Allocate request without a name, asking for UDP (RFC 8656, section 7.1): whoever is a TURN server refuses it. */
const ALLOCATE = Buffer.from('000300082112a442' + '76696769c276696769c27669' + '0019000411000000', 'hex');

export function answersByTcp(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answers: boolean): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(LIMIT_MS, () => {
      end(false);
    });
    socket.on('error', () => {
      end(false);
    });
    socket.on('connect', () => {
      end(true);
    });
  });
}

/** Whether this very certificate is shown there. @param hash SHA-256 of its DER form, 32 bytes. */
export function showsCertificate(host: string, port: number, hash: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    // What counts is the hash.
    const socket = connectTls({ host, port, rejectUnauthorized: false });
    const end = (shown: boolean): void => {
      socket.destroy();
      resolve(shown);
    };
    socket.setTimeout(LIMIT_MS, () => {
      end(false);
    });
    socket.on('error', () => {
      end(false);
    });
    socket.on('secureConnect', () => {
      const { raw } = socket.getPeerCertificate();
      end(equalPublic(new Uint8Array(createHash('sha256').update(raw).digest()), hash));
    });
  });
}

/** Whether a TURN server answers there by UDP. */
export function answersByUdp(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    const asking = setInterval(ask, ASK_AGAIN_MS);
    const limit = setTimeout(end, LIMIT_MS, false);
    function ask(): void {
      socket.send(ALLOCATE, port, host, () => undefined);
    }
    function end(answers: boolean): void {
      clearInterval(asking);
      clearTimeout(limit);
      socket.close();
      resolve(answers);
    }
    socket.on('error', () => {
      end(false);
    });
    socket.once('message', () => {
      end(true);
    });
    ask();
  });
}

/** By systemd's own word, which asks nobody; null where there is none. Passes run out by this clock. */
export async function clockIsSet(): Promise<boolean | null> {
  try {
    const { stdout } = await promisify(execFile)(
      'timedatectl',
      ['show', '--property=NTPSynchronized', '--value'],
      { timeout: LIMIT_MS },
    );
    const said = stdout.trim();
    return said === 'yes' ? true : said === 'no' ? false : null;
  } catch {
    return null;
  }
}
