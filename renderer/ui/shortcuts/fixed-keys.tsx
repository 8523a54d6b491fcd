import { useTranslation } from 'react-i18next';

/** Keys that mean the same in every app, and so here: they cannot be changed. */
export function FixedKeys() {
  const { t } = useTranslation();
  const shift = t('common:keys.shift');
  const fixed = [
    { words: t('shortcuts:betweenTiles'), keys: ['←', '→', '↑', '↓'] },
    { words: t('seeing:keys.pin'), keys: [t('seeing:keys.enter')] },
    { words: t('seeing:keys.tileMenu'), keys: [shift, 'F10'] },
    { words: t('shortcuts:newLine'), keys: [shift, t('seeing:keys.enter')] },
    { words: t('common:keys.close'), keys: ['Esc'] },
  ];
  return fixed.map(({ words, keys }) => (
    <div key={words}>
      <dt>{words}</dt>
      <dd dir="ltr">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  ));
}
