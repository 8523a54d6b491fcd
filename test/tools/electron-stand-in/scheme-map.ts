/** The whole host must match: `HOST.app.invalid.example.com` is somebody else. */
const mappedOrigin = /^https:\/\/([^/?#@:]+)\.([a-z][a-z0-9+-]*)\.invalid((?:[/?#].*)?)$/is;

/**
 * Stock Chromium cannot serve a custom scheme, so `app://HOST/path` is loaded as
 * `https://HOST.app.invalid/path` (a secure origin that no name server knows) and answered by interception.
 * Main sees only the first form.
 */
export class SchemeMap {
  private readonly schemes = new Set<string>();

  add(scheme: string): void {
    this.schemes.add(scheme);
  }

  has(scheme: string): boolean {
    return this.schemes.has(scheme);
  }

  toWeb(url: string): string {
    const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(url) ?? [];
    if (scheme === undefined || host === undefined || !this.schemes.has(scheme)) return url;
    return `https://${host}.${scheme}.invalid${rest?.startsWith('/') ? rest : `/${rest ?? ''}`}`;
  }

  fromWeb(url: string): string {
    const [, host, scheme, rest] = mappedOrigin.exec(url) ?? [];
    if (scheme === undefined || host === undefined || !this.schemes.has(scheme)) return url;
    return `${scheme}://${host}${rest ?? ''}`;
  }

  /** A content security policy that names a custom scheme, in the words of the mapped origin. */
  policyToWeb(policy: string): string {
    let mapped = policy;
    for (const scheme of this.schemes) {
      const origins = new RegExp(`(?<![\\w-])${scheme}://[\\w.-]+`, 'g');
      const wholeScheme = new RegExp(`(?<![\\w-])${scheme}:(?![\\w/])`, 'g');
      mapped = mapped
        .replace(origins, (origin) => this.toWeb(origin).replace(/\/$/, ''))
        .replace(wholeScheme, `https://*.${scheme}.invalid`);
    }
    return mapped;
  }

  /** What to intercept, as patterns of the Fetch domain. */
  patterns(): string[] {
    return [...this.schemes].map((scheme) => `https://*.${scheme}.invalid/*`);
  }
}

/** `scheme://host[:port]`, also for schemes for which the URL standard says "null". */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null';
  const { origin, protocol, host } = new URL(url);
  return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin;
}
