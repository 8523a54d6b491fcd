import { MonitorUp, Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { useActions, useSelected } from '../context';
import { isFirstClick } from '../settled';
import { isolated } from '../text';

/** Above everything else as long as the own screen is shared, or the system is asked for it. */
export function SharingBar() {
  const { t } = useTranslation();
  const share = useSelected(({ share }) => share);
  const { pauseShare, stopShare } = useActions();
  if (share.state === 'off') return null;
  const isPaused = share.state === 'on' && share.isPaused;
  return (
    <section
      className="sharing-bar"
      aria-label={t('sharing:bar')}
      data-testid="sharing-bar"
      data-paused={isPaused}
    >
      <Icon of={MonitorUp} />
      <p className="grow cut" role="status">
        <b>{title()}</b>
        {isPaused && <span> · {t('sharing:mine.paused')}</span>}
        {share.state === 'on' && share.source === 'window' && share.isStill && !isPaused && (
          <span> · {t('sharing:mine.still')}</span>
        )}
      </p>
      {share.state === 'on' && (
        <Button
          kind="line"
          icon={isPaused ? Play : Pause}
          data-testid="sharing-pause"
          onClick={(event) => {
            if (isFirstClick(event)) pauseShare(!isPaused);
          }}
        >
          {t(isPaused ? 'sharing:mine.resume' : 'sharing:mine.pause')}
        </Button>
      )}
      <Button
        className="stop"
        data-testid="sharing-stop"
        onClick={(event) => {
          if (isFirstClick(event)) stopShare();
        }}
      >
        {t(share.state === 'starting' ? 'sharing:cancel' : 'sharing:mine.stop')}
      </Button>
    </section>
  );

  function title(): string {
    if (share.state !== 'on') return t('sharing:mine.starting');
    if (share.label !== null) return t('sharing:mine.named', { name: isolated(share.label) });
    return t(share.source === 'screen' ? 'sharing:mine.screen' : 'sharing:mine.window');
  }
}
