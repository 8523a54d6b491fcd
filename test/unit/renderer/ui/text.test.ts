import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { english as words } from '../../../../renderer/locales/texts';
import { nameInText } from '../../../../renderer/ui/text';

const english = createInstance();
await english.init({
  lng: 'en',
  resources: { en: words },
  interpolation: { escapeValue: false },
  initAsync: false,
});

describe('a name inside a sentence', () => {
  it('keeps its own direction, whatever marks it brings', () => {
    expect(nameInText(english.t, 'Bob')).toBe('\u2068Bob\u2069');
    expect(nameInText(english.t, '\u202eBob\u202c')).toBe('\u2068Bob\u2069');
  });

  it.each(['', '  ', '\u200f'])('is somebody while %j is all that is known of it', (name) => {
    const sentence = english.t('meeting:connecting', { name: nameInText(english.t, name) });
    expect(sentence).toBe('Connecting to \u2068Someone\u2069…');
  });
});
