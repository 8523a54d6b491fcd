import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_DHT_NODES, type Settings } from '../../state/contract';
import { isNodeError } from './connection-errors';
import { useActions, useSelected } from '../context';
import { Button } from '../components/button';
import { Field } from '../components/field';

/** Own nodes where peer-to-peer search begins. */
export function DhtNodes({ nodes }: { nodes: Settings['dhtNodes'] }) {
  const { t } = useTranslation();
  const refused = useSelected(({ notice }) =>
    notice.kind === 'error' && isNodeError(notice.code) ? notice.code : null,
  );
  const { saveSettings, dismissNotice } = useActions();
  const kept = nodes.join(' ');
  const [text, setText] = useState(kept);
  const [isTooLong, setIsTooLong] = useState(false);

  function save(): void {
    const dhtNodes = text.split(/[\s,]+/).filter((node) => node !== '');
    if (refused !== null) dismissNotice();
    setIsTooLong(dhtNodes.length > MAX_DHT_NODES);
    if (dhtNodes.length <= MAX_DHT_NODES) saveSettings({ dhtNodes });
  }

  return (
    <section className="card stack">
      <h2>{t('connection:nodes')}</h2>
      <p className="small quiet">{t('connection:nodesText')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={t('connection:nodesField')}
          hint={t('connection:nodesHint', { count: MAX_DHT_NODES })}
          dir="ltr"
          value={text}
          spellCheck={false}
          data-testid="dht-nodes"
          onChange={(event) => {
            setText(event.target.value);
            setIsTooLong(false);
            if (refused !== null) dismissNotice();
          }}
          after={
            <Button type="submit" disabled={text === kept} data-testid="dht-nodes-save">
              {t('connection:save')}
            </Button>
          }
        />
        <p role="alert" className="field-problem">
          {(isTooLong || refused !== null) && <span data-testid="dht-nodes-problem">{problem()}</span>}
        </p>
      </form>
    </section>
  );

  function problem(): string {
    if (refused === null) return t('connection:nodesFull', { count: MAX_DHT_NODES });
    return t('common:sentences', {
      first: t(`errors:${refused}.what`),
      second: t(`errors:${refused}.todo`),
    });
  }
}
