/** What is weaker than it should be on this computer, said before a call and not after. */
import { Clock, FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView, VaultView } from '../../state/contract';
import { useActions } from '../context';
import { useOpenSettings } from '../settings-section';
import { isolated } from '../text';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { StartOverDialog } from '../vault/start-over-dialog';

export function HomeNotices({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { dismissVaultNotice } = useActions();
  const [runtimeIsRead, setRuntimeIsRead] = useState(false);
  const [asksToStartOver, setAsksToStartOver] = useState(false);
  const openSettings = useOpenSettings();
  const vault = useVaultNotice(app.vault);
  const privateIsDamaged = app.privateMode.state === 'damaged';
  const showsRuntime = app.runtime === 'stand-in' && !runtimeIsRead;
  if (vault === null && !showsRuntime && !app.clockIsOff && !privateIsDamaged) return null;
  return (
    <div className="home-notices stack">
      {privateIsDamaged && (
        <NoticeBox title={t('errors:private-mode-damaged.what')} testId="private-mode-notice">
          <p>{t('errors:private-mode-damaged.todo')}</p>
          <Button
            kind="line"
            onClick={() => {
              openSettings('connection');
            }}
          >
            {t('private-mode:open')}
          </Button>
        </NoticeBox>
      )}
      {app.clockIsOff && (
        <NoticeBox icon={Clock} title={t('home:clock.title')}>
          <p>{t('home:clock.text')}</p>
        </NoticeBox>
      )}
      {vault !== null && (
        <NoticeBox
          title={vault.title}
          testId="vault-notice"
          onDismiss={app.vault.state === 'set-aside' ? dismissVaultNotice : undefined}
        >
          {vault.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {vault.canStartOver && (
            <Button
              kind="line"
              data-testid="vault-start-over"
              onClick={() => {
                setAsksToStartOver(true);
              }}
            >
              {t('identity:vault.startOver')}
            </Button>
          )}
        </NoticeBox>
      )}
      {showsRuntime && (
        <NoticeBox
          icon={FlaskConical}
          title={t('home:runtime.title')}
          testId="runtime-notice"
          onDismiss={() => {
            setRuntimeIsRead(true);
          }}
        >
          <p>{t('home:runtime.text')}</p>
        </NoticeBox>
      )}
      {asksToStartOver && (
        <StartOverDialog
          why="unreadable"
          onClose={() => {
            setAsksToStartOver(false);
          }}
        />
      )}
    </div>
  );
}

interface VaultNotice {
  title: string;
  lines: string[];
  /** A file is there that cannot be opened now: it goes aside only if the user says so. */
  canStartOver: boolean;
}

const memoryTexts = {
  'no-key-store': 'identity:vault.noStoreText',
  'not-writable': 'identity:vault.notWritableText',
  'key-refused': 'identity:vault.keyRefusedText',
  'newer-version': 'identity:vault.newerText',
} as const;

function useVaultNotice(vault: VaultView): VaultNotice | null {
  const { t } = useTranslation();
  switch (vault.state) {
    case 'ready':
      // What a passphrase protects, a weak key store does not give away.
      if (vault.protection !== 'weak' || vault.passphrase) return null;
      return {
        title: t('identity:vault.weakTitle'),
        lines: [t('identity:vault.weakText')],
        canStartOver: false,
      };
    case 'set-aside': {
      const wasDamaged = vault.reason === 'damaged';
      const title = t(wasDamaged ? 'identity:vault.damagedTitle' : 'identity:vault.byUserTitle');
      const aside = t(wasDamaged ? 'identity:vault.asideText' : 'identity:vault.byUserText', {
        file: isolated(vault.keptAs),
      });
      const weak = vault.protection === 'weak' && !vault.passphrase ? [t('identity:vault.alsoWeak')] : [];
      return { title, lines: [aside, ...weak], canStartOver: false };
    }
    case 'memory-only': {
      const { reason } = vault;
      const canStartOver = reason === 'key-refused' || reason === 'newer-version';
      const title = canStartOver ? t('identity:vault.closedTitle') : t('identity:vault.noStoreTitle');
      return { title, lines: [t(memoryTexts[reason])], canStartOver };
    }
  }
}
