/** What else is to be known about a name: the own name for it, and who else is called so. */
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../text';
import { Icon } from '../components/icon';

export function ContactNameLine({ contactName }: { contactName: string | null }) {
  const { t } = useTranslation();
  if (contactName === null) return null;
  return (
    <span className="sub wraps" data-testid="contact-name">
      {t('verification:trust.contact', { name: isolated(contactName) })}
    </span>
  );
}

/** A known name is no proof: the one who was verified is another one. */
export function TwinLine({ sharesNameWith }: { sharesNameWith: string | null }) {
  const { t } = useTranslation();
  if (sharesNameWith === null) return null;
  return (
    <span className="twin" data-testid="shares-name">
      <Icon of={TriangleAlert} size="small" />
      <span>{t('verification:trust.twin', { name: isolated(sharesNameWith) })}</span>
    </span>
  );
}
