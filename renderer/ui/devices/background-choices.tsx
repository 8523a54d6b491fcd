import { Image, UserRound } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { backgrounds, revealedBy, type Settings } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { ChooseColor } from './choose-color';
import { RevealDialog } from './reveal-dialog';

interface Asked {
  chosen: Settings['background'];
  reveals: 'face' | 'room';
}

/** What others see of the own picture: the room, something in its place, or an outline alone. */
export function BackgroundChoices({ settings }: { settings: Settings }) {
  const cost = useSelected(({ media }) => media.backgroundCost);
  const { saveSettings, chooseBackground } = useActions();
  const { t } = useTranslation();
  const id = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { background, backgroundColor } = settings;
  return (
    <div className="field">
      <label htmlFor={id}>{t('background:label')}</label>
      <div className="row">
        <span className="select">
          <Icon of={UserRound} />
          <select
            id={id}
            value={background}
            aria-describedby={`${id}-text`}
            data-testid="background"
            onChange={({ target }) => {
              const chosen = backgrounds.find((one) => one === target.value);
              if (!chosen) return;
              const reveals = revealedBy(background, chosen);
              if (reveals === null) chooseBackground(chosen);
              else setAsked({ chosen, reveals });
            }}
          >
            {backgrounds.map((one) => (
              <option key={one} value={one}>
                {t(`background:choice.${one}`)}
              </option>
            ))}
          </select>
        </span>
        {background === 'color' && (
          <ChooseColor
            color={backgroundColor}
            onChoose={(color) => {
              saveSettings({ backgroundColor: color });
            }}
          />
        )}
        {background === 'picture' && <ChoosePicture />}
      </div>
      <span id={`${id}-text`} className="sub">
        {t(`background:text.${background}`)}
      </span>
      {cost !== null && (
        <span className="sub" data-testid="background-cost">
          {t('background:cost', { percent: Math.max(1, Math.round(cost * 100)) })}
        </span>
      )}
      {asked && (
        <RevealDialog
          key={asked.chosen}
          reveals={asked.reveals}
          onConfirm={() => {
            chooseBackground(asked.chosen);
            setAsked(null);
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </div>
  );
}

function ChoosePicture() {
  const { chooseOwnPicture } = useActions();
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isRefused, setIsRefused] = useState(false);
  return (
    <>
      <Button icon={Image} onClick={() => input.current?.click()}>
        {t('background:choosePicture')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        data-testid="background-picture"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file)
            void chooseOwnPicture(file).then((isShown) => {
              setIsRefused(!isShown);
            });
        }}
      />
      {isRefused && (
        <span className="sub" role="alert">
          {t('background:notAPicture')}
        </span>
      )}
    </>
  );
}
