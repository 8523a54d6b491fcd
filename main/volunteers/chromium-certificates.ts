/** Chromium asks main whether a certificate counts, of TURN by TLS above all. */
import { session } from 'electron';
import type { Pins } from './pins';

/** To be called again when other certificates count: what was answered before is asked anew then. */
export function bindCertificates(pins: Pins): void {
  session.defaultSession.setCertificateVerifyProc(({ hostname, certificate }, done) => {
    done(pins.verdict(hostname, certificate.fingerprint));
  });
}
