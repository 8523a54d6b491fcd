import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sectionTitle, type SettingsSection } from '../settings-section';

export function SettingsPart({ section, children }: { section: SettingsSection; children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section data-section={section} aria-labelledby={id}>
      <h2 id={id}>{t(sectionTitle(section))}</h2>
      <div className="card set-card">{children}</div>
    </section>
  );
}

/** One line of the settings: what it is at the start, what can be done about it at the end. */
export function Setting({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className="set">
      <div className="grow">
        <h3>{title}</h3>
        {text !== undefined && <p>{text}</p>}
      </div>
      {children}
    </div>
  );
}
