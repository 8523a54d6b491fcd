import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromBase64Url, toBase64Url } from '../../../../shared/bytes';
import { parseHandInvitation } from '../../../../shared/by-hand/invitation';
import { blake2b256, cryptoReady, randomBytes } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import { encodeLink, findInvite, type Invite, type MeetingSecret } from '../../../../shared/invite/link';
import type { TextKind } from '../../../../shared/invite/text-kind';
import { Effort, MAX_TRIES, wholeTexts } from '../../../../shared/invite/whole-texts';
import { isSturdy, sturdy, withNewSecret } from '../../../../shared/invite/sturdy';

beforeAll(cryptoReady);

const NOW = 1_900_000_000;
const relays = ['wss://relay.example', 'wss://another.example'];

function inviteOf(secret: Uint8Array, expiry = NOW + 3600, title = 'Weekly'): Invite {
  return {
    open: false,
    expiry,
    secret: secret as MeetingSecret,
    hostKey: blake2b256([secret]),
    hints: { title, relays, turn: [] },
  };
}

/** Links with every character that programs change, each of them in turn. */
const links: string[] = [];
let taken = 0;
function troublesome(): string {
  return links[taken++ % links.length] ?? '';
}
beforeAll(() => {
  while (links.length < 6) {
    const link = encodeLink(inviteOf(randomBytes(32)));
    if (/[^-]--[^-]/.test(link) && link.includes('_') && !/---|[-_]$/.test(link)) links.push(link);
  }
});

function read(text: string, now = NOW): string {
  try {
    return `vigil://join/${findInvite(text, now).payload}`;
  } catch (error) {
    if (error instanceof VigilError) return error.code;
    throw error;
  }
}

const payloadOf = (link: string): string => link.slice('vigil://join/'.length);
const pieces = (text: string, length: number): string[] =>
  text.match(new RegExp(`[^]{1,${String(length)}}`, 'g')) ?? [];
const percent = (text: string): string => text.replace(/[^A-Za-z0-9]/g, (one) => encodeURIComponent(one));
const allPercent = (text: string): string =>
  text.replace(/[^A-Za-z0-9]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
const everyNth = (text: string, inserted: string, nth = 19): string => pieces(text, nth).join(inserted);
const asPage = (link: string): string => `https://meet.example/m#${payloadOf(link)}`;

/** Name, and what it makes of a link. */
const surroundings: Record<string, (link: string) => string> = {
  'broken lines, and text behind': (l) => `Hi,\r\n\r\n${everyNth(l, '\r\n', 72)}\r\nSee you\r\nBob`,
  'broken lines in a quotation': (l) => `On Monday Bob wrote:\n> ${everyNth(l, '\n> ', 60)}\n> Bob\n\nFine`,
  'broken lines in a quotation of a quotation': (l) => `>> ${everyNth(l, '\n>> ', 60)}\n> yes`,
  'quotations with spaces between the signs': (l) => `> > ${everyNth(l, '\n> > ', 60)}\n> > Bob`,
  'quotations with initials': (l) => `JD> ${everyNth(l, '\nJD> ', 60)}\nJD> Bob`,
  'quotations with names': (l) => `Bob Smith> ${everyNth(l, '\nBob Smith> ', 60)}\nBob Smith> Yes`,
  'quotations with bars': (l) => `| ${everyNth(l, '\n| ', 60)}\n| Bob`,
  'numbered lines': (l) => `12: ${everyNth(l, '\n13: ', 60)}`,
  'flowed mail': (l) => `${everyNth(l, ' \r\n', 70)}\r\n-- \r\nBob`,
  'quoted-printable': (l) => `${everyNth(l, '=\r\n', 75)}\r\nBob`,
  'quoted-printable with every sign escaped': (l) =>
    l.replace(/[^A-Za-z0-9]/g, (one) => `=${one.charCodeAt(0).toString(16).toUpperCase()}`),
  'quoted-printable with spaces at the ends of lines': (l) => `${everyNth(l, '=20\r\n', 70)}\r\nBob`,
  'quoted-printable with zero-width spaces': (l) => everyNth(l, '=E2=80=8B'),
  'quoted-printable dashes of Windows': (l) => l.replace('--', '=97'),
  'indented lines': (l) => everyNth(l, '\n    ', 50),
  'lines and empty lines': (l) => everyNth(l, '\r\n\r\n', 50),
  tabs: (l) => everyNth(l, '\t'),
  'one line, where a field took the ends of lines out': (l) => `Hello,please join:${l}See you Bob`,
  'spaces, where a field made them of ends of lines': (l) => `Hello, join ${everyNth(l, ' ', 72)} See you`,
  'zero-width spaces': (l) => everyNth(l, '\u200b'),
  'joiners and word joiners': (l) => everyNth(l, '\u200d\u2060\ufeff'),
  'direction marks': (l) => `\u202a${everyNth(l, '\u200e')}\u202c`,
  isolates: (l) => `\u2068${l}\u2069 ok`,
  'soft hyphens': (l) => everyNth(l, '\u00ad'),
  'no-break spaces': (l) => `\u00a0${everyNth(l, '\u00a0')}`,
  'characters that were read in another encoding': (l) => everyNth(l, 'â\u0080\u008b'),
  'a character nobody could show': (l) => everyNth(l, '\ufffd'),
  'entities for signs': (l) => l.replaceAll('-', '&#45;').replaceAll('_', '&#x5F;').replaceAll('/', '&#47;'),
  'entities by name': (l) =>
    l.replaceAll('-', '&hyphen;').replaceAll('_', '&lowbar;').replace('://', '&colon;&sol;&sol;'),
  'entities of entities': (l) => l.replaceAll('-', '&amp;#45;'),
  'entities that show nothing': (l) => everyNth(l, '&#8203;&shy;&ZeroWidthSpace;'),
  'an entity for a dash': (l) => l.replace('--', '&mdash;'),
  'tags that break words': (l) => everyNth(l, '<wbr>'),
  'tags of a page': (l) => `<p><b>Join</b> <a href="${l}">${everyNth(l, '<wbr/>')}</a></p>`,
  'marks of a search': (l) => everyNth(l, '<span class="hit">'),
  'ends of lines of a page': (l) => `<pre>${everyNth(l, '<br />\n', 60)}</pre>`,
  'an address of a page, shown short': (l) => `<a href="${l}">${l.slice(0, 40)}…</a>`,
  'an en dash for a hyphen': (l) => l.replace(/(?<=[^-])-(?=[^-])/, '\u2013'),
  'an en dash for two': (l) => l.replace('--', '\u2013'),
  'an em dash for two': (l) => l.replaceAll('--', '\u2014'),
  'en dashes for all hyphens': (l) => l.replaceAll('-', '\u2013'),
  'hyphens that do not break': (l) => l.replaceAll('-', '\u2011'),
  'minus signs': (l) => l.replaceAll('-', '\u2212'),
  'small hyphens': (l) => l.replaceAll('-', '\ufe63'),
  'full-width signs': (l) => l.replaceAll('-', '\uff0d').replaceAll('_', '\uff3f').replace('://', '：／／'),
  'colours of a terminal': (l) => `\u001b[1;34m${l.slice(0, 50)}\u001b[0m\u001b[34m${l.slice(50)}\u001b[0m`,
  'full-width letters': (l) => l.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  'dashes in the text around it': (l) =>
    `Tonight \u2014 or never \u2013 ${l.replace('--', '\u2014')} \u2014 Bob`,
  'hyphens where lines were broken': (l) => everyNth(l, '-\n', 61),
  'hyphens before lines, as OpenPGP puts them': (l) =>
    `${l.slice(0, l.indexOf('--'))}\n- ${l.slice(l.indexOf('--'))}\n`,
  'percent escapes': (l) => percent(l),
  'percent escapes of every sign': (l) => allPercent(l),
  'percent escapes of percent escapes': (l) => percent(allPercent(l)),
  'percent escapes, three times': (l) => percent(percent(allPercent(l))),
  'percent escapes that are broken': (l) => everyNth(allPercent(l), '\r\n', 60),
  'escapes that are broken everywhere': (l) => everyNth(percent(allPercent(l)), '\r\n', 7),
  'escapes broken by carriage returns': (l) => everyNth(percent(allPercent(l)), '\r', 7),
  "escapes broken by Unicode's lines": (l) => everyNth(percent(allPercent(l)), '\u2028', 7),
  'percent escapes of what shows nothing': (l) => everyNth(l, '%E2%80%8B%C2%AD'),
  'a filter': (l) => `https://filter.example/?url=${encodeURIComponent(l)}&data=05%7C01%7C&reserved=0`,
  'a filter around a page': (l) => `https://f.example/?url=${encodeURIComponent(asPage(l))}&sdata=Ab%3D`,
  'a filter around a filter': (l) =>
    `https://f.example/?u=${encodeURIComponent(`https://g.example/?url=${encodeURIComponent(asPage(l))}&x=1`)}`,
  'a filter with its address as a path': (l) => `https://filter.example/v3/__${l}__;!!AbC-d_e$ `,
  'a filter with escapes of its own': (l) => {
    const escaped = l.replace(/[-_:]/g, (one) => `-${one.charCodeAt(0).toString(16).toUpperCase()}`);
    return `https://filter.example/v2/url?u=${escaped.replaceAll('/', '_')}&d=DwMF-g&c=a-b`;
  },
  'a search page that passes on': (l) => `https://www.search.example/url?q=${l}&sa=D&source=calendar`,
  'a page': asPage,
  'a page without encryption': (l) => asPage(l).replace('https', 'http'),
  'a page of an onion service': (l) => `http://${'a'.repeat(56)}.onion/#${payloadOf(l)}`,
  'a page in capitals': (l) => asPage(l).replace('https://meet.example', 'HTTPS://MEET.EXAMPLE'),
  'a page with a query': (l) => asPage(l).replace('/m#', '/?a=b&c=#'),
  'another case': (l) => l.replace('vigil://join', 'Vigil://Join'),
  capitals: (l) => l.replace('vigil://join', 'VIGIL://JOIN'),
  'one slash': (l) => l.replace('//', '/'),
  'no slashes': (l) => l.replace('//', ''),
  'three slashes': (l) => l.replace('//', '///'),
  backslashes: (l) => l.replaceAll('/', '\\'),
  'no slash behind join': (l) => l.replace('join/', 'join'),
  'two slashes behind join': (l) => l.replace('join/', 'join//'),
  'gaps in its beginning': (l) => l.replace('vigil://join/', 'vigil : // join / '),
  'no scheme': (l) => l.replace('vigil:', ''),
  'nothing before it': payloadOf,
  'a word right before it': (l) => `clickhere${l}`,
  'a word right behind it': (l) => `${l}thanks`,
  'a number right behind it': (l) => `${l}123456`,
  'a word in Chinese on both sides': (l) => `点击${l}加入`,
  'the same once more': (l) => `${l}${l}`,
  brackets: (l) => `(<[${l}]>)`,
  'quotation marks': (l) => `“${l}”, she said`,
  'full stops': (l) => `${l}...`,
  'marks at its end': (l) => `${l}!?;:,`,
  'an underscore on both sides': (l) => `__${l}__`,
  stars: (l) => `**${l}**`,
  code: (l) => `\`\`\`\n${l}\n\`\`\``,
  'a link of Markdown': (l) => `[${l}](${l})`,
  'an escaped link of Markdown': (l) => `[join](${l.replace(/[-_]/g, (one) => `\\${one}`)})`,
  'a link of a chat': (l) => `<${l}|${l.slice(0, 30)}…>`,
  'a text of a program': (l) => JSON.stringify({ text: `join\n${everyNth(l, '\n', 70)}\nsoon` }),
  'slashes of a program': (l) => l.replaceAll('/', '\\/'),
  'escapes of a program': (l) => l.replaceAll('-', '\\u002d').replaceAll('_', '\\x5f'),
  'invisible escapes of a program': (l) => everyNth(l, '\\u200b'),
  'a calendar': (l) => `DESCRIPTION:Join\\n${everyNth(l, '\r\n ', 60)}\\nBye\\, Bob\r\nEND:VEVENT`,
  'a shortened one before it': (l) => `${l.slice(0, 60)}… ${l}`,
  'a damaged copy before it': (l) => `${l.slice(0, 60)}x${l.slice(61)}\n${l}`,
  'a damaged copy behind it': (l) => `${l}\n${l.slice(0, -1)}\n> ${l.slice(0, 60)}x${l.slice(61)}`,
  'words about links': (l) => `A vigil link: vigil://join/… or vigil://join/. So: ${l}`,
  'an older one before it': (l) => `${encodeLink(inviteOf(randomBytes(32), NOW - 1))}\n${l}`,
  'an older one behind it': (l) => `${l}\n> ${encodeLink(inviteOf(randomBytes(32), NOW - 1))}`,
  'a long thread': (l) =>
    `${'Lorem ipsum dolor sit amet, AgAB. '.repeat(900)}\n${l}\n${'> bla\n'.repeat(5000)}`,
  'a long word before it': (l) => `${'x'.repeat(30_000)}${l}${'y'.repeat(30_000)}`,
};

describe('a link in pasted text', () => {
  it.each(Object.entries(surroundings))('is read out of: %s', (_, surround) => {
    for (let round = 0; round < 3; round++) {
      const link = troublesome();
      expect(read(surround(link))).toBe(link);
    }
  });

  it.each(Object.entries(surroundings))(
    'is read in mail that is quoted once more, out of: %s',
    (name, surround) => {
      // Quoting a signed text, numbers, or a text of a program is nobody's wish.
      if (/OpenPGP|numbered|program|calendar|damaged|JD|initials|names/.test(name)) return;
      const link = troublesome();
      const quoted = surround(link).replace(/^/gm, '> ');
      expect(read(`Yes.\n\nBob wrote:\n${quoted}\n`)).toBe(link);
    },
  );

  it('is the first of several that can be used', () => {
    const [one, other] = [troublesome(), troublesome()];
    expect(read(`${one} ${other}`)).toBe(one);
    expect(read(`${other}\n${one}`)).toBe(other);
  });

  it('may be broken anywhere, by anything that is no part of it', () => {
    const gaps = fc.constantFrom('\n', '\r\n', ' ', '\u200b', '=\r\n', '\n> ', '\u00ad', ' \n', '*', '\\');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(200), gaps), { maxLength: 12 }), (breaks) => {
        const link = troublesome();
        let text = link;
        for (const [at, gap] of breaks.toSorted(([one], [other]) => other - one))
          text = `${text.slice(0, at + 13)}${gap}${text.slice(at + 13)}`;
        // A hyphen at a line's end may be the reader's own: both are tried.
        expect(read(`Come: ${text}\nBob`)).toBe(link);
      }),
    );
  });
});

describe('what is no whole link', () => {
  const good = (): string => encodeLink(inviteOf(randomBytes(32)));
  const resealed = (link: string, change: (bytes: Uint8Array) => void): string => {
    const bytes = fromBase64Url(payloadOf(link));
    change(bytes);
    const body = bytes.subarray(0, -4);
    const sum = blake2b256([new TextEncoder().encode('vigil-link-1'), body]).subarray(0, 4);
    return `vigil://join/${toBase64Url(concat(body, sum))}`;
  };

  it('is cut off where it ends early, whatever follows', () => {
    const cut = good().slice(0, 120);
    for (const text of [
      cut,
      `${cut}\n\nSee you\nBob`,
      `<${cut}>`,
      `${cut}…`,
      `${cut}... (more)`,
      `> ${cut}\n> Bob`,
    ])
      expect(read(text)).toBe('link-cut-off');
    expect(read(`${good().slice(0, -7)}…`)).toBe('link-cut-off');
    expect(read(percent(cut))).toBe('link-cut-off');
  });

  it('is altered where all letters have one case: no newer version made it', () => {
    const link = good();
    for (const text of [link.toLowerCase(), link.toUpperCase(), `Join ${link.toUpperCase()} now`])
      expect(read(text)).toBe('link-altered');
  });

  it('is of a newer version only if its checksum says that it is whole', () => {
    const link = good();
    const newer = resealed(link, (bytes) => (bytes[0] = 3));
    expect(read(newer)).toBe('link-from-newer-version');
    expect(read(everyNth(newer, '\r\n', 72))).toBe('link-from-newer-version');
    expect(read(resealed(link, (bytes) => (bytes[1] = 2)))).toBe('link-from-newer-version');
    expect(read(resealed(link, (bytes) => (bytes[0] = 1)))).toBe('link-from-older-version');
    expect(read(resealed(link, (bytes) => (bytes[0] = 0)))).toBe('link-altered');
    expect(read(`vigil://join/Aw${link.slice(15)}`)).toBe('link-altered');
  });

  it('does not hide one that is whole and expired', () => {
    const old = encodeLink(inviteOf(randomBytes(32), NOW));
    expect(read(`${old.slice(0, 50)}…<${old}>`)).toBe('link-expired');
    expect(read(old, NOW - 1)).toBe(old);
  });

  it('is altered if it is good for longer than links are made for, and hides no good one', () => {
    const late = encodeLink(inviteOf(randomBytes(32), NOW + 31 * 86_400 + 1));
    expect(read(late)).toBe('link-ahead-of-clock');
    expect(read(late, NOW + 1)).toBe(late);
    const link = good();
    expect(read(`${late}\n${link}`)).toBe(link);
  });

  it('is none where nothing claims to be one', () => {
    for (const text of ['', ' ', 'vigil join me', 'https://meet.example/#about', 'AgAB', '#'.repeat(500)])
      expect(read(text)).toBe('link-not-vigil');
  });
});

describe('reading a long text', () => {
  const kind: TextKind = {
    word: 'join',
    version: 2,
    label: 'vigil-link-1',
    maxCharacters: 1366,
    *lengths(bytes) {
      for (let end = 74; end <= bytes.length; end += 3) yield end;
    },
  };
  const unit = (text: string): string => text.repeat(Math.ceil(200_000 / text.length)).slice(0, 200_000);

  it.each([
    ['beginnings', unit('AgA')],
    ['prefixes', unit('vigil://join/AgA')],
    ['prefixes with dashes', unit('vigil://join/AgA—–')],
    ['zeros', unit('vigil://join/AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')],
    ['dashes', `vigil://join/AgA${unit('–—-\n')}`],
    ['percent signs', unit('%2525252525')],
    ['entities', unit('&amp;amp;amp;')],
    ['tags', unit('<a <b ')],
    ['escapes', unit('\\u002d=2D%2D&#45;<wbr>')],
    ['ends of lines', unit(' \t\r\n')],
    ['quotations', unit('> > ')],
    ['spaces at beginnings of lines', unit(`\n${' '.repeat(104)}`)],
    ['fragments', unit(`https://a#${'b'.repeat(60)}`)],
    ['addresses', unit('https://')],
  ])('costs no more than so many tries and readings: %s', (_, text) => {
    const effort = new Effort();
    expect([...wholeTexts(text, kind, effort)]).toEqual([]);
    expect(effort.tries).toBeLessThanOrEqual(MAX_TRIES);
    expect(effort.characters).toBeLessThanOrEqual(13 * 200_000);
    expect(() => findInvite(text, NOW)).toThrow(VigilError);
    expect(() => parseHandInvitation(text, NOW)).toThrow(VigilError);
  });

  it('finds a link behind more damaged copies than a thread has', () => {
    const link = troublesome();
    const damaged = `${link.slice(0, 80)}${link[80] === 'x' ? 'y' : 'x'}${link.slice(81)}\n`;
    expect(read(`${damaged.repeat(400)}${link}`)).toBe(link);
  });
});

describe('a new link', () => {
  it('holds no two hyphens and ends in a letter or digit, where chance allows it', () => {
    const base = { ...inviteOf(new Uint8Array(32)), hostKey: new Uint8Array(32).fill(9) };
    for (let round = 0; round < 200; round++)
      expect(isSturdy(encodeLink(withNewSecret(base, randomBytes)))).toBe(true);
  });

  it('takes what there is where no draw helps', () => {
    let draws = 0;
    expect(
      sturdy(
        () => `${String(++draws)}--`,
        (drawn) => drawn,
      ),
    ).toBe('32--');
    expect(isSturdy('a-b_c')).toBe(true);
    for (const text of ['a--b', 'ab-', 'ab_']) expect(isSturdy(text)).toBe(false);
  });
});
