/** What stays from one start to the next, so that the volunteer text does: a key, its certificate, and the access secret. */
import { execFile } from 'node:child_process';
import { X509Certificate, createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { randomBytes } from '../../shared/crypto/sodium';
import { ACCESS_SECRET_LENGTH, type AccessSecret } from '../../shared/volunteer/volunteer-text';

const OPENSSL_LIMIT_MS = 20_000;

export interface KeptState {
  /** PEM files, which coturn reads too. */
  keyFile: string;
  certificateFile: string;
  key: string;
  certificate: string;
  /** SHA-256 of the certificate's DER form, 32 bytes. */
  certificateHash: Uint8Array;
  secret: AccessSecret;
}

/** systemd names its folder; without it, the usual place of a user's programs. */
export function usualStateFolder(env: NodeJS.ProcessEnv): string {
  const home = env['XDG_STATE_HOME'] ?? path.join(os.homedir(), '.local', 'state');
  return env['STATE_DIRECTORY'] ?? path.join(home, 'vigil-volunteer');
}

/** Makes what is not there. @param anew throws away what is. Rejects where openssl or the folder is not to be had. */
export async function openState(folder: string, anew: boolean): Promise<KeptState> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const [keyFile, certificateFile, secretFile] = ['key.pem', 'certificate.pem', 'secret'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  if (anew)
    await Promise.all([keyFile, certificateFile, secretFile].map((file) => rm(file, { force: true })));
  const [key, certificate] = (await bothOrNull(keyFile, certificateFile)) ?? [
    ...(await makeCertificate(keyFile, certificateFile)),
  ];
  const kept = await readFile(secretFile).catch(() => null);
  const secret =
    kept?.length === ACCESS_SECRET_LENGTH ? new Uint8Array(kept) : randomBytes(ACCESS_SECRET_LENGTH);
  if (kept?.length !== ACCESS_SECRET_LENGTH) await writeFile(secretFile, secret, { mode: 0o600 });
  return {
    ...{ keyFile, certificateFile, key, certificate },
    certificateHash: new Uint8Array(
      createHash('sha256').update(new X509Certificate(certificate).raw).digest(),
    ),
    secret: secret as AccessSecret,
  };
}

async function bothOrNull(keyFile: string, certificateFile: string): Promise<[string, string] | null> {
  try {
    return [await readFile(keyFile, 'utf8'), await readFile(certificateFile, 'utf8')];
  } catch {
    return null;
  }
}

/** It says nothing of the computer or its place: what counts is its hash in the volunteer text. */
async function makeCertificate(keyFile: string, certificateFile: string): Promise<[string, string]> {
  const parts = [`${keyFile}.new`, `${certificateFile}.new`] as const;
  await promisify(execFile)(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'],
      ...['-days', '3650', '-subj', '/CN=localhost', '-keyout', parts[0], '-out', parts[1]],
    ],
    { timeout: OPENSSL_LIMIT_MS },
  );
  await chmod(parts[0], 0o600);
  await rename(parts[1], certificateFile);
  await rename(parts[0], keyFile);
  return [await readFile(keyFile, 'utf8'), await readFile(certificateFile, 'utf8')];
}
