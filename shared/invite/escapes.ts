/**
 * What programs write instead of characters of a link: mail programs, filters that wrap addresses, pages, chats. Every
 * function gives the text back as it was where it holds nothing of the kind, and takes time in proportion to its length.
 */

/** Full-width forms of ASCII, as input methods type them. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Lines that end as on any system, or by Unicode's own separators, end alike. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
}

/** Without the colours of a terminal (ECMA-48, section 8.3.117). */
export function uncoloured(text: string): string {
  return text.includes(ESCAPE) ? text.replace(COLOURS, '') : text;
}

const ESCAPE = '\u001b';
const COLOURS = new RegExp(String.raw`\u001b\[[0-9;:]{0,32}m`, 'g');

/** Windows-1252 has its two dashes where UTF-8 has no character that could begin. */
const dashes: Readonly<Record<string, string>> = { '96': '\u2013', '97': '\u2014' };

/** @param run escapes of one to 64 bytes, such as `%E2%80%8B`. @param sign what stands before two hexadecimal digits. */
function charactersOf(run: string, sign: string): string {
  try {
    return decodeURIComponent(sign === '%' ? run : run.replaceAll(sign, '%'));
  } catch {
    const pairs = run.split(sign).slice(1);
    return pairs.map((pair) => dashes[pair] ?? String.fromCharCode(Number.parseInt(pair, 16))).join('');
  }
}

/** Filters wrap what is wrapped already: escapes of escapes, three deep. */
const DEPTH = 3;

function repeated(text: string, mark: string, decode: (text: string) => string): string {
  let read = text;
  for (let depth = 0; depth < DEPTH && read.includes(mark); depth++) {
    const before = read;
    read = decode(before);
    if (read === before) break;
  }
  return read;
}

/** `%2F` (RFC 3986), also of escapes themselves. */
export function percentDecoded(text: string): string {
  return repeated(text, '%', (escaped) =>
    escaped.replace(/(?:%[0-9a-f]{2}){1,64}/gi, (run) => charactersOf(run, '%')),
  );
}

/** `=3D` and the broken lines of quoted-printable (RFC 2045). */
export function printableDecoded(text: string): string {
  if (!text.includes('=')) return text;
  return text
    .replace(/=[ \t]{0,80}\r?\n/g, '')
    .replace(/(?:=[0-9A-Fa-f]{2}){1,64}/g, (run) => charactersOf(run, '='));
}

/** Entities of HTML that stand for what a link may hold, or for dashes. Others are no part of a link. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  num: '#',
  colon: ':',
  sol: '/',
  percnt: '%',
  equals: '=',
  lowbar: '_',
  UnderBar: '_',
  hyphen: '-',
  dash: '-',
  minus: '-',
  ndash: '\u2013',
  mdash: '\u2014',
  horbar: '\u2014',
  NewLine: '\n',
  lt: '<',
  gt: '>',
};

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return entities[name] ?? ' ';
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Tags that break words, such as `<wbr>`. One that may hold a link itself stays. */
const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:[\s/][^<>]{0,300})?>/gi;

/** HTML: entities by number and by name, also of entities themselves, and without tags. */
export function htmlDecoded(text: string): string {
  const untagged = text.includes('<')
    ? text.replace(TAG, (tag) => (/vigil|A[A-Z][A-L]|%/i.test(tag) ? tag : ''))
    : text;
  return repeated(untagged, '&', (escaped) =>
    escaped.replace(/&(?:#x0{0,4}([0-9a-f]{1,6})|#0{0,4}(\d{1,7})|([a-z]{1,16}));/gi, entity),
  );
}

/** `\u002d`, `\x2d` and `\n` of JSON, program sources and calendars. */
export function backslashDecoded(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, four?: string, two?: string) =>
      String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
    )
    .replace(/\\(?:r\\n|[rnt])/g, '\n');
}

/** A filter's own escapes: `-2D` for a hyphen, `_` for a slash. */
export function filterDecoded(text: string): string {
  if (!/-3A/i.test(text)) return text;
  return text.replaceAll('_', '/').replace(/(?:-[0-9a-f]{2}){1,64}/gi, (run) => charactersOf(run, '-'));
}

/** Who is quoted before a line (`> `, `JD> `, `| `), numbers of lines, and the hyphens that OpenPGP puts there (RFC 9580, 7.2). */
export function withoutPrefixes(text: string): string {
  return text.replace(
    /(^|\n)[ \t]{0,80}(?:(?:[\w. ]{0,24}[>|][ \t]?){1,40}|- (?=-)|\d{1,5}[:.)|\t ] ?)/g,
    '$1',
  );
}

/** Lines put together, for what was broken inside an escape. */
export function unbroken(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trimEnd()
        .replace(/=$/, '')
        .replace(/^[ \t>|]{1,80}/, ''),
    )
    .join('');
}
