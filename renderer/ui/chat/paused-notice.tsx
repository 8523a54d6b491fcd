import { Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { nameInText } from '../text';
import { Icon } from '../components/icon';

/** Who paused the chat, and what that means. @param by empty for somebody who is not here. */
export function PausedNotice({ by }: { by: string }) {
  const { t } = useTranslation();
  return (
    <p className="chat-paused small" role="status" data-testid="chat-paused">
      <Icon of={Pause} size="small" />
      <span>
        <b>
          {by === '' ? t('speaking:chat.paused') : t('speaking:chat.pausedBy', { name: nameInText(t, by) })}
        </b>{' '}
        {t('speaking:chat.pausedRead')}
      </span>
    </p>
  );
}
