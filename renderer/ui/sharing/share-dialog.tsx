import { AppWindow, Eye, EyeOff, Monitor, MonitorUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenSource } from '../../state/contract';
import type { SharePicker } from '../../state/sharing';
import type { ShareMode } from '../../state/snapshot';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Icon } from '../components/icon';
import { Tabs } from '../components/tabs';
import { useActions } from '../context';
import { useDigits } from '../digits';
import { isFirstClick } from '../settled';
import { SourceList } from './source-list';

type Kind = ScreenSource['source'];
const modes = ['text', 'motion'] as const satisfies readonly ShareMode[];

/** What is shared, and how. Where the system asks by itself, only how. */
export function ShareDialog({ picker }: { picker: SharePicker }) {
  const { t } = useTranslation();
  const id = useId();
  const digits = useDigits();
  const { cancelShare, chooseShare, share } = useActions();
  const [kind, setKind] = useState<Kind>('window');
  const [mode, setMode] = useState<ShareMode>('text');
  const [chosenId, choose] = useState<string | null>(null);
  const all = picker.state === 'list' ? picker.sources : [];
  const listed = all.filter(({ source }) => source === kind);
  const index = listed.findIndex((source) => source.id === chosenId);
  const chosen = listed[index];
  const labelOf = (source: ScreenSource, place: number): string =>
    source.source === 'screen'
      ? t('sharing:picker.screen', { number: digits(place + 1) })
      : source.name.trim() === ''
        ? t('sharing:picker.untitled')
        : source.name;
  const seesVigil =
    picker.state !== 'system' && kind === 'window'
      ? 'leftOut'
      : 'hidesVigil' in picker && picker.hidesVigil
        ? 'hidden'
        : 'seen';
  const goesOn = picker.state === 'system' || chosen !== undefined;
  const begin = (): void => {
    if (picker.state === 'system') share(null, mode);
    else if (chosen) share({ ...chosen, label: labelOf(chosen, index) }, mode);
  };
  return (
    <Dialog
      title={t('sharing:picker.title')}
      lead={t('sharing:picker.lead')}
      width="wide"
      testId="share-dialog"
      closeTestId="share-close"
      onClose={cancelShare}
      footer={
        <>
          <Button kind="bare" data-testid="share-cancel" onClick={cancelShare}>
            {t('sharing:cancel')}
          </Button>
          <span className="push small quiet share-left-out" data-testid="share-left-out">
            <Icon of={seesVigil === 'seen' ? Eye : EyeOff} size="small" />
            {t(`sharing:picker.${seesVigil}`)}
          </span>
          <Button
            kind="main"
            icon={MonitorUp}
            isIdle={!goesOn}
            data-testid="share-start"
            onClick={(event) => {
              if (isFirstClick(event)) begin();
            }}
          >
            {t(
              picker.state === 'system'
                ? 'sharing:picker.continue'
                : kind === 'window'
                  ? 'sharing:picker.shareWindow'
                  : 'sharing:picker.shareScreen',
            )}
          </Button>
        </>
      }
    >
      <div className="share-ways">
        {picker.state !== 'system' && (
          <Tabs
            label={t('sharing:picker.what')}
            tabs={[
              { id: 'screen', icon: Monitor, title: t('sharing:picker.screens') },
              { id: 'window', icon: AppWindow, title: t('sharing:picker.windows') },
            ]}
            chosen={kind}
            onChoose={setKind}
            panelId={`${id}-panel`}
            testId="share-kind"
          />
        )}
        <div className="choices push" role="radiogroup" aria-label={t('sharing:picker.quality')}>
          {modes.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`${id}-mode`}
                checked={one === mode}
                data-testid={`share-mode-${one}`}
                onChange={() => {
                  setMode(one);
                }}
              />
              {t(`sharing:picker.${one}`)}
            </label>
          ))}
        </div>
      </div>
      {picker.state === 'system' ? (
        <p data-testid="share-system">{t('sharing:picker.system')}</p>
      ) : (
        <div
          id={`${id}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-panel-${kind}`}
          className="share-panel"
        >
          {picker.state === 'looking' && <p className="quiet">{t('sharing:picker.looking')}</p>}
          {(picker.state === 'failed' || (picker.state === 'list' && listed.length === 0)) && (
            <div className="stack" data-testid="share-none">
              <p>{t('sharing:picker.none')}</p>
              <Button kind="line" data-testid="share-again" onClick={chooseShare}>
                {t('sharing:picker.again')}
              </Button>
            </div>
          )}
          {listed.length > 0 && (
            <SourceList
              label={t(kind === 'window' ? 'sharing:picker.windows' : 'sharing:picker.screens')}
              sources={listed}
              labelOf={labelOf}
              chosenId={chosen?.id ?? null}
              onChoose={choose}
            />
          )}
        </div>
      )}
      <p className="small quiet">{t('sharing:picker.noSound')}</p>
    </Dialog>
  );
}
