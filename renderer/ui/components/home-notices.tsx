/** What is weaker than it should be on this computer, said before a call and not after. */
import { Clock, FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView, VaultView } from '../../state/contract';
import { useActions } from '../context';
import { NoticeBox } from './notice-box';

export function HomeNotices({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { dismissVaultNotice } = useActions();
  const [runtimeIsRead, setRuntimeIsRead] = useState(false);
  const vault = useVaultNotice(app.vault);
  const showsRuntime = app.runtime === 'stand-in' && !runtimeIsRead;
  if (vault === null && !showsRuntime && !app.clockIsOff) return null;
  return (
    <div className="home-notices stack">
      {app.clockIsOff && (
        <NoticeBox icon={Clock} title={t('clock.title')}>
          <p>{t('clock.text')}</p>
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
        </NoticeBox>
      )}
      {showsRuntime && (
        <NoticeBox
          icon={FlaskConical}
          title={t('runtime.title')}
          testId="runtime-notice"
          onDismiss={() => {
            setRuntimeIsRead(true);
          }}
        >
          <p>{t('runtime.text')}</p>
        </NoticeBox>
      )}
    </div>
  );
}

const asideTitles = {
  damaged: 'vault.damagedTitle',
  'newer-version': 'vault.newerTitle',
  'other-machine': 'vault.otherTitle',
} as const;

function useVaultNotice(vault: VaultView): { title: string; lines: string[] } | null {
  const { t } = useTranslation();
  switch (vault.state) {
    case 'ready':
      if (vault.protection === 'key-store') return null;
      return { title: t('vault.weakTitle'), lines: [t('vault.weakText')] };
    case 'set-aside': {
      const aside = t('vault.asideText', { file: vault.keptAs });
      const weak = vault.protection === 'weak' ? [t('vault.alsoWeak')] : [];
      return { title: t(asideTitles[vault.reason]), lines: [aside, ...weak] };
    }
    case 'memory-only':
      return {
        title: t('vault.noStoreTitle'),
        lines: [t(vault.reason === 'no-key-store' ? 'vault.noStoreText' : 'vault.notWritableText')],
      };
  }
}
