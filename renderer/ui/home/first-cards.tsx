/** What a newcomer should know, in three cards: on the first page until they were read, and for good in the settings. */
import { EyeOff, Link, ShieldCheck, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { useActions } from '../context';
import { useOpenSettings } from '../settings-section';
import { HowToVerifyDialog } from './how-to-verify-dialog';
import { InvitationExampleDialog } from './invitation-example-dialog';

const cards = {
  guests: Link,
  names: ShieldCheck,
  address: EyeOff,
} satisfies Record<string, LucideIcon>;
type Card = keyof typeof cards;

/** In place of the lists on a first page that has none yet. */
export function FirstCards() {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  return (
    <section className="card first-cards" aria-label={t('welcome:title')} data-testid="first-cards">
      <div className="row">
        <h2 className="grow">{t('welcome:title')}</h2>
        <Button
          kind="line"
          data-testid="first-cards-read"
          onClick={() => {
            saveSettings({ firstCardsRead: true });
          }}
        >
          {t('welcome:read')}
        </Button>
      </div>
      <FirstCardList />
    </section>
  );
}

export function FirstCardList() {
  const { t } = useTranslation();
  const openSettings = useOpenSettings();
  const [shown, setShown] = useState<Card | null>(null);
  const close = (): void => {
    setShown(null);
  };
  return (
    <>
      <ul className="cards">
        {(Object.keys(cards) as Card[]).map((card) => (
          <li key={card}>
            <span className="emblem">
              <Icon of={cards[card]} />
            </span>
            <div>
              <h3>{t(`welcome:${card}.title`)}</h3>
              <p>{t(`welcome:${card}.text`)}</p>
              <button
                type="button"
                className="text-link"
                data-testid={`first-card-${card}`}
                onClick={() => {
                  if (card === 'address') openSettings('connection');
                  else setShown(card);
                }}
              >
                {t(`welcome:${card}.more`)}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {shown === 'guests' && <InvitationExampleDialog onClose={close} />}
      {shown === 'names' && <HowToVerifyDialog onClose={close} />}
    </>
  );
}
