import { useTranslation } from 'react-i18next';
import type { EmojiId } from '../../state/contract';
import { emojiPictures } from './emoji-pictures';

/** Always with the names: a drawing can be read in two ways, and not everybody sees it. */
export function EmojiRow({ emoji }: { emoji: readonly EmojiId[] }) {
  const { t } = useTranslation();
  return (
    <ol className="emoji-row" aria-label={t('verify-list:six')}>
      {emoji.map((id, place) => (
        <li key={place} data-testid="verify-emoji" data-emoji={id}>
          <img src={emojiPictures[id]} alt="" draggable={false} />
          {t(`verification:emojiNames.${id}`)}
        </li>
      ))}
    </ol>
  );
}
