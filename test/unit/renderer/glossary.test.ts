import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exceptions, slipsIn } from '../../support/locales/glossary';
import { readLanguage } from '../../tools/scripts/locale-files.mjs';
import { root } from '../../tools/scripts/paths.mjs';

const locales = path.join(root, 'renderer', 'locales');
const languages = readdirSync(locales, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ tag: name, language: readLanguage(path.join(locales, name)) }));

describe('the glossary', () => {
  it.each(languages)('is kept in $tag', ({ tag, language }) => {
    expect(slipsIn(language, tag)).toEqual([]);
  });

  it.each(exceptions)('needs the exception of $key', (exception) => {
    const others = exceptions.filter((one) => one !== exception);
    const slips = languages.flatMap(({ tag, language }) => slipsIn(language, tag, others));
    expect(slips.filter((slip) => slip.startsWith(exception.key))).not.toEqual([]);
  });
});

describe('the check of the glossary', () => {
  const said = (key: string, text: string, tag = 'en'): string[] => {
    const [namespace = '', name = ''] = key.split(':');
    return slipsIn({ [namespace]: { [name]: text } }, tag);
  };

  it.each([
    'Somebody knocks',
    'Nobody is here',
    'Whoever has the link',
    'Sealed for you two',
    'The door is open',
    'Anyone with the link may join',
    'Anyone with the link comes in',
    'Sound and picture',
    'No picture and no sound are sent',
    'Vigil closed the link between you two',
    'Your links',
    'Add a go-between',
    'Peer-to-peer search',
    'This network',
    'Invite by hand',
    'Others find you in two ways',
    'One way left',
    'Your network address',
    'Resting',
    'Group code',
    'Met before',
    'They differ',
    'Appear as someone new',
    'Invites for single people',
    'Paper',
    'Night',
    'We hear you',
    'She left',
    'This meeting is secure',
    'Licence',
    'Done!',
  ])('finds "%s"', (text) => {
    expect(said('settings:text', text)).not.toEqual([]);
  });

  it.each([
    'No one has to ask. Anyone with the link can join.',
    'Someone may be listening, or may have listened.',
    'Contact the host another way.',
    'Close link',
    'No picture for me',
  ])('lets "%s" pass', (text) => {
    expect(said('settings:text', text)).toEqual([]);
  });

  it.each([
    'relay',
    'DHT',
    'STUN server',
    'node',
    'multicast',
    'handshake',
    'epoch',
    'fingerprint',
    'runtime',
  ])('finds "%s" where people join, meet and leave, and nowhere else', (word) => {
    const text = `About a ${word}`;
    const places = ['home:text', 'entering:preview', 'meeting:alone', 'ending:leave'];
    for (const key of places) expect(said(key, text)).toHaveLength(1);
    expect(slipsIn({ connection: { status: { idle: text } } }, 'en')).toHaveLength(1);
    expect(said('connection:title', text)).toEqual([]);
  });

  it('finds the old words of the Chinese languages, and spaces around names', () => {
    for (const text of ['有人敲门', '你的口令', '是的。', '移出 {{name}}', '请稍等…', '你好!'])
      expect(said('settings:text', text, 'zh-Hans')).toHaveLength(1);
    for (const text of ['有人敲門', '請求加入', '通行密語', '“連線”', '本地網路'])
      expect(said('settings:text', text, 'zh-Hant')).toHaveLength(1);
    expect(said('home:text', '通过中继', 'zh-Hans')).toHaveLength(1);
    expect(said('home:text', '透過中繼站', 'zh-Hant')).toHaveLength(1);
  });

  it('holds a language without a list to nothing', () => {
    expect(said('settings:text', 'Somebody knocks', 'fr')).toEqual([]);
  });
});
