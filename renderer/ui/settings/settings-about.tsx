import { useTranslation } from 'react-i18next';
import { shareOf } from '../../locales';
import type { AppView, VaultView } from '../../state/contract';
import { FirstCardList } from '../home/first-cards';
import { ReleaseNews } from '../updates/release-news';
import { Protections } from '../home/protections';
import { Setting, SettingsPart } from './settings-part';

const vaultWords = {
  'key-store': 'settings:vaultKeyStore',
  weak: 'settings:vaultWeak',
  none: 'settings:vaultPassphrase',
  memory: 'settings:vaultMemory',
  both: 'settings:vaultBoth',
  passphrase: 'settings:vaultPassphrase',
} as const;

function keptBy(vault: VaultView): keyof typeof vaultWords {
  if (vault.state === 'memory-only') return 'memory';
  if (!vault.passphrase) return vault.protection;
  return vault.protection === 'key-store' ? 'both' : 'passphrase';
}

/** What runs here, and what it does not do: said by the app itself, not only in a manual. */
export function SettingsAbout({ app }: { app: AppView }) {
  const { t, i18n } = useTranslation();
  const translated = shareOf(i18n.language);
  const isStandIn = app.runtime === 'stand-in';
  return (
    <SettingsPart section="about">
      <Setting title={t('settings:version')}>
        <span className="digits ltr">{app.version}</span>
      </Setting>
      <Setting title={t('settings:runtime')} {...(isStandIn && { text: t('settings:standInText') })}>
        <span>{t(isStandIn ? 'settings:standIn' : 'settings:electron')}</span>
      </Setting>
      <ReleaseNews app={app} />
      {translated < 1 && (
        <Setting title={t('languages:translated.title')} text={t('languages:translated.text')}>
          <span className="digits" data-testid="settings-translated">
            {percent(translated, i18n.language)}
          </span>
        </Setting>
      )}
      {app.linkClicks === 'refused' && (
        <Setting title={t('settings:links')} text={t('settings:linksRefused')} />
      )}
      <Setting title={t('settings:vault')} text={t(vaultWords[keptBy(app.vault)])} />
      <Setting title={t('settings:limits')} text={t('settings:limitsText')} />
      <div className="set about-cards" data-testid="about-first-cards">
        <h3>{t('welcome:title')}</h3>
        <FirstCardList />
      </div>
      <div className="set about-cards">
        <h3>{t('home:whatProtects')}</h3>
        <Protections app={app} />
      </div>
      <Setting title={t('settings:drawings')} text={t('settings:drawingsText')} />
      <Setting title={t('settings:licence')} text={t('settings:licenceText')} />
    </SettingsPart>
  );
}

/** Rounded down: what is not complete is not called so. */
function percent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(Math.floor(share * 100) / 100);
}
