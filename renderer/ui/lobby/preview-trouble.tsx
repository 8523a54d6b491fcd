import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { ConnectionDialog } from '../connection/connection-dialog';
import { StatusLine } from '../connection/status-line';
import { summariseTransports } from '../connection/transports-summary';

const troubles: ReadonlySet<string> = new Set(['none', 'off', 'no-proxy']);

/** How others find this computer is said before a meeting only when they cannot. */
export function PreviewTrouble({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  const isTrouble = troubles.has(summariseTransports(app).kind);
  return (
    <>
      {isTrouble && (
        <>
          <StatusLine app={app} />
          <button
            type="button"
            className="text-link"
            data-testid="preview-connection"
            onClick={() => {
              setIsShown(true);
            }}
          >
            {t('connection:status.show')}
          </button>
        </>
      )}
      {isShown && (
        <ConnectionDialog
          app={app}
          meeting={null}
          onClose={() => {
            setIsShown(false);
          }}
        />
      )}
    </>
  );
}
