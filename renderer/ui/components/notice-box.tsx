import { TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import { Icon } from './icon';

interface NoticeBoxProps {
  title: string;
  icon?: LucideIcon;
  children?: ReactNode;
  /** warn: weaker than it should be. calling: somebody asks something. plain: good to know. */
  tone?: 'warn' | 'calling' | 'plain';
  onDismiss?: (() => void) | undefined;
  testId?: string;
}

/** News that stays until it is dealt with, in plain words. */
export function NoticeBox({ title, icon, children, tone = 'warn', onDismiss, testId }: NoticeBoxProps) {
  const { t } = useTranslation();
  return (
    <div className={`notice ${tone}`} data-testid={testId}>
      <Icon of={icon ?? TriangleAlert} />
      <div className="grow">
        <strong>{title}</strong>
        {children}
      </div>
      {onDismiss && <IconButton label={t('common:dismiss')} icon={X} onClick={onDismiss} />}
    </div>
  );
}
