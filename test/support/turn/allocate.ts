/** Asks a TURN server for an address as a browser does (RFC 8656, section 7), by TCP. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';

const COOKIE = 0x2112a442;
const ALLOCATE = 3;
const SUCCESS = 0x0103;
const [USERNAME, INTEGRITY, ERROR, REALM, NONCE, TRANSPORT] = [6, 8, 9, 0x14, 0x15, 0x19];
const LIMIT_MS = 15_000;

const attribute = (type: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
};

function message(attributes: Buffer, more = 0): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(ALLOCATE, 0);
  head.writeUInt16BE(attributes.length + more, 2);
  head.writeUInt32BE(COOKIE, 4);
  return Buffer.concat([head, randomBytes(12), attributes]);
}

function attributesOf(answer: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= answer.length;) {
    const length = answer.readUInt16BE(at + 2);
    found.set(answer.readUInt16BE(at), answer.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return found;
}

/** `allocated`, or the code of the refusal: 401 for a user name or password that does not count. */
export async function allocate(
  { host, port }: { host: string; port: number },
  { username, credential }: { username: string; credential: string },
  /** What is allocated stays so until this is aborted. */
  held?: AbortSignal,
): Promise<'allocated' | number> {
  const socket = connect({ host, port });
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    await once(socket, 'connect', { signal });
    const ask = async (request: Buffer): Promise<Buffer> => {
      socket.write(request);
      return ((await once(socket, 'data', { signal })) as [Buffer])[0];
    };
    const transport = attribute(TRANSPORT, Buffer.of(17, 0, 0, 0));
    const challenge = attributesOf(await ask(message(transport)));
    const [realm, nonce] = [challenge.get(REALM) ?? Buffer.of(), challenge.get(NONCE) ?? Buffer.of()];
    const key = createHash('md5').update(`${username}:${realm.toString()}:${credential}`).digest();
    const signed = message(
      Buffer.concat([
        transport,
        attribute(USERNAME, Buffer.from(username)),
        attribute(REALM, realm),
        attribute(NONCE, nonce),
      ]),
      24,
    );
    const mac = createHmac('sha1', key).update(signed).digest();
    const answer = await ask(Buffer.concat([signed, attribute(INTEGRITY, mac)]));
    if (answer.readUInt16BE(0) === SUCCESS) return 'allocated';
    const error = attributesOf(answer).get(ERROR);
    return error ? (error[2] ?? 0) * 100 + (error[3] ?? 0) : 0;
  } finally {
    if (held?.aborted === false)
      held.addEventListener('abort', () => {
        socket.destroy();
      });
    else socket.destroy();
  }
}
