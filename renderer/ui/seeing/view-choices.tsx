import { Expand, EyeOff, Headphones, PictureInPicture2, Shrink } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layout } from '../../state/seeing';
import { Button } from '../components/button';
import { SwitchRow } from '../components/switch-row';
import { useActions, useSelected } from '../context';
import { useKeyHint } from '../shortcuts/use-keys';
import { useSmallWindowControl } from '../small-window/use-small-window';
import { toggleFullScreen, useIsFullScreen } from './full-screen';
import { useLayout } from './use-layout';

const layouts = ['grid', 'speaker'] as const satisfies readonly Layout[];

/** Of two, the other one is large in any case: a layout is chosen from three on. */
export function ViewChoices({ isGroup }: { isGroup: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const { hearOnly, hideSelf, chooseLayout } = useActions();
  const layout = useLayout();
  const { soundOnly, hidesSelf } = useSelected(({ seeing }) => seeing);
  const isFullScreen = useIsFullScreen();
  const smallWindow = useSmallWindowControl();
  const smallWindowKeys = useKeyHint('smallWindow');
  const layoutKeys = useKeyHint('layout');
  const fullScreenKeys = useKeyHint('fullScreen');
  const fullScreenWords = t(isFullScreen ? 'seeing:view.fullScreenEnd' : 'seeing:view.fullScreen');
  return (
    <>
      {isGroup && (
        <div className="stack">
          <div
            className="choices"
            role="radiogroup"
            aria-label={t('seeing:view.layout')}
            title={layoutKeys.titled(t('seeing:view.layout'))}
            aria-keyshortcuts={layoutKeys.aria}
          >
            {layouts.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name={id}
                  checked={one === layout}
                  aria-describedby={one === 'speaker' ? `${id}-speaker` : undefined}
                  data-testid={`layout-${one}`}
                  onChange={() => {
                    chooseLayout(one);
                  }}
                />
                {t(`seeing:view.${one}`)}
              </label>
            ))}
          </div>
          <p id={`${id}-speaker`} className="small quiet">
            {t('seeing:view.speakerText')}
          </p>
        </div>
      )}
      <SwitchRow
        icon={Headphones}
        title={t('seeing:view.soundOnly')}
        text={t('seeing:view.soundOnlyText')}
        shortcut="soundOnly"
        on={soundOnly}
        onSwitch={hearOnly}
        testId="sound-only"
      />
      <SwitchRow
        icon={EyeOff}
        title={t('seeing:view.hideSelf')}
        text={t('seeing:view.hideSelfText')}
        on={hidesSelf}
        onSwitch={hideSelf}
        testId="hide-self"
      />
      <Button
        icon={isFullScreen ? Shrink : Expand}
        title={fullScreenKeys.titled(fullScreenWords)}
        aria-keyshortcuts={fullScreenKeys.aria}
        data-testid="full-screen"
        onClick={toggleFullScreen}
      >
        {fullScreenWords}
      </Button>
      {smallWindow !== null && (
        <>
          <Button
            icon={PictureInPicture2}
            title={smallWindowKeys.titled(t('small-window:title'))}
            aria-keyshortcuts={smallWindowKeys.aria}
            aria-pressed={smallWindow.isOpen}
            aria-describedby={`${id}-small`}
            data-testid="small-window"
            onClick={smallWindow.toggle}
          >
            {t('small-window:title')}
          </Button>
          <p id={`${id}-small`} className="small quiet">
            {t('small-window:text')}
          </p>
        </>
      )}
    </>
  );
}
