import { DoorClosed, EyeOff, LockKeyhole, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { Icon } from '../components/icon';

/** What protects a meeting, and what does not. */
export function Protections({ app }: { app: AppView }) {
  const { t } = useTranslation();
  return (
    <section className="protections" aria-label={t('home:whatProtects')}>
      <Protection icon={LockKeyhole} title={t('home:sealed')} text={t('home:sealedText')} />
      <Protection icon={DoorClosed} title={t('home:door')} text={t('home:doorText')} />
      <Protection
        icon={EyeOff}
        title={t('home:limits')}
        text={t(app.privateMode.state === 'on' ? 'private-mode:limits' : 'home:limitsText')}
      />
    </section>
  );
}

function Protection({ icon, title, text }: { icon: LucideIcon; title: string; text: string }) {
  return (
    <div className="protection">
      <Icon of={icon} size="large" />
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
    </div>
  );
}
