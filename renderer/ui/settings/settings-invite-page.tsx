import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageFor } from '../../state/invite-page';
import { useActions } from '../context';
import { Button } from '../components/button';

/** The address of a page that opens invite links: links are then offered as addresses of it, too. */
export function SettingsInvitePage({ saved }: { saved: string }) {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  const [address, setAddress] = useState(saved);
  const [isAsked, setIsAsked] = useState(false);
  const page = address.trim() === '' ? '' : pageFor(address);
  const isWrong = isAsked && page === null;
  return (
    <form
      className="set"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (page !== null && page !== saved) saveSettings({ invitePage: page });
      }}
    >
      <div className="grow">
        <h3>
          <label htmlFor="settings-invite-page">{t('web-page:title')}</label>
        </h3>
        <p id="settings-invite-page-text">{t('web-page:text')}</p>
        <p role="alert" id="settings-invite-page-problem" className="field-problem">
          {isWrong && t('web-page:problem')}
        </p>
      </div>
      <div className="row">
        <input
          className="input"
          id="settings-invite-page"
          aria-describedby="settings-invite-page-text settings-invite-page-problem"
          aria-invalid={isWrong}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          placeholder="https://"
          value={address}
          data-testid="settings-invite-page"
          onChange={(event) => {
            setAddress(event.target.value);
            setIsAsked(false);
          }}
        />
        <Button type="submit" disabled={address.trim() === saved} data-testid="settings-save-invite-page">
          {t('web-page:save')}
        </Button>
      </div>
    </form>
  );
}
