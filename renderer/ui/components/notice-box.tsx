import { TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import { Icon } from './icon';

interface NoticeBoxProps {
  title: string;
  icon?: LucideIcon;
  children?: ReactNode;
  onDismiss?: (() => void) | undefined;
  testId?: string;
}

/** Something that is weaker than it should be, in plain words. */
export function NoticeBox({ title, icon, children, onDismiss, testId }: NoticeBoxProps) {
  const { t } = useTranslation();
  return (
    <div className="notice warn" data-testid={testId}>
      <Icon of={icon ?? TriangleAlert} />
      <div className="grow">
        <strong>{title}</strong>
        {children}
      </div>
      {onDismiss && <IconButton label={t('common.dismiss')} icon={X} onClick={onDismiss} />}
    </div>
  );
}
