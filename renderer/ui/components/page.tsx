import { ArrowLeft, Flame } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Icon } from './icon';

interface PageProps {
  top: ReactNode;
  bottom?: ReactNode;
  /** The class of the middle part. */
  layout: string;
  label: string;
  children: ReactNode;
}

/** A page outside of a call: bar on top, middle, one line below. A new page takes the focus to its start,
 * unless something on it has asked for it. */
export function Page({ top, bottom, layout, label, children }: PageProps) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (main.current?.contains(document.activeElement) === false) main.current.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page">
      <header className="top">{top}</header>
      <main ref={main} className={layout} tabIndex={-1} aria-label={label}>
        {children}
      </main>
      {bottom === undefined ? <span /> : <footer className="status">{bottom}</footer>}
    </div>
  );
}

export function Brand() {
  return (
    <span className="brand">
      <Icon of={Flame} size="large" />
      Vigil
    </span>
  );
}

export function HomeButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button kind="bare" icon={ArrowLeft} onClick={onClick}>
      {t('common:home')}
    </Button>
  );
}
