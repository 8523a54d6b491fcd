import { useTranslation } from 'react-i18next';
import {
  MAX_TURN_SERVERS,
  type ErrorCode,
  type Settings,
  type TurnServer,
  type VolunteerView,
} from '../../state/contract';
import { turnKey } from '../../state/turn-tests';
import { useActions, useSelected } from '../context';
import { AddTurn } from './add-turn';
import { SwitchRow } from '../components/switch-row';
import { TurnRow } from './turn-row';

/** Go-betweens of one's own, and whether links may do without them. */
export function SettingsTurn({
  settings,
  volunteers,
}: {
  settings: Settings;
  volunteers: readonly VolunteerView[];
}) {
  const { t } = useTranslation();
  const turnTests = useSelected(({ turnTests }) => turnTests);
  const { saveSettings, trySettings, testTurn } = useActions();
  const { turn, hideAddress, directAfterVerified } = settings;
  const isThere =
    turn.some(({ enabled }) => enabled) ||
    volunteers.some(({ use, refused, parts }) => use && !refused && parts.includes('udp'));
  const isMissing = (hideAddress || directAfterVerified) && !isThere;

  function change(server: TurnServer, to: TurnServer[]): void {
    const isIt = (one: TurnServer): boolean => turnKey(one) === turnKey(server);
    saveSettings((now) => ({ turn: now.turn.flatMap((one) => (isIt(one) ? to : [one])) }));
  }
  async function add(server: TurnServer): Promise<ErrorCode | null> {
    return trySettings((now) => ({ turn: [...now.turn, server] }));
  }

  return (
    <>
      <div className="stack tight">
        <h2>{t('turn:title')}</h2>
        <p className="small quiet">{t('turn:text')}</p>
      </div>
      <ul className="relays" aria-label={t('turn:listed')}>
        {turn.map((server) => (
          <TurnRow
            key={turnKey(server)}
            server={server}
            test={turnTests.get(turnKey(server))}
            onTest={() => {
              testTurn(server);
            }}
            onSwitch={(enabled) => {
              change(server, [{ ...server, enabled }]);
            }}
            onRemove={() => {
              change(server, []);
            }}
          />
        ))}
      </ul>
      <AddTurn isFull={turn.length >= MAX_TURN_SERVERS} onAdd={add} />
      <div className="turn-choices">
        <SwitchRow
          title={t('turn:hide')}
          text={t('turn:hideText')}
          on={hideAddress}
          onSwitch={(on) => {
            saveSettings({ hideAddress: on });
          }}
          testId="hide-address"
        />
        <SwitchRow
          title={t('turn:verified')}
          text={t('turn:verifiedText')}
          on={directAfterVerified}
          onSwitch={(on) => {
            saveSettings({ directAfterVerified: on });
          }}
          testId="direct-after-verified"
        />
        <p role="status" className="field-problem">
          {isMissing && <span data-testid="turn-missing">{t('turn:missing')}</span>}
        </p>
      </div>
    </>
  );
}
