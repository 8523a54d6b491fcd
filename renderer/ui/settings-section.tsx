/** Which part of the settings opens first, so that a link elsewhere can lead straight to it. */
import { createContext, useContext } from 'react';
import { useActions } from './context';

export const settingsSections = [
  'you',
  'devices',
  'alerts',
  'shortcuts',
  'contacts',
  'connection',
  'appearance',
  'about',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** What it is called. */
export function sectionTitle(section: SettingsSection) {
  return section === 'shortcuts' ? 'shortcuts:title' : (`settings:${section}` as const);
}

interface ChosenSection {
  section: SettingsSection;
  choose: (section: SettingsSection) => void;
}

const SectionContext = createContext<ChosenSection>({ section: 'you', choose: () => undefined });
export const SettingsSectionContext = SectionContext;

export function useSettingsSection(): SettingsSection {
  return useContext(SectionContext).section;
}

export function useOpenSettings(): (section: SettingsSection) => void {
  const { choose } = useContext(SectionContext);
  const { go } = useActions();
  return (section) => {
    choose(section);
    go({ name: 'settings' });
  };
}
