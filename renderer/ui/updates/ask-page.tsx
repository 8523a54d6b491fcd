/** A page that the person names is asked once for a release file. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_RELEASE_ADDRESS_LENGTH } from '../../state/contract';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { useActions } from '../context';

export function AskPage({ isAsking, isPrivate }: { isAsking: boolean; isPrivate: boolean }) {
  const { t } = useTranslation();
  const { askReleasePage } = useActions();
  const [address, setAddress] = useState('');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAsking && address.trim() !== '') askReleasePage(address);
      }}
    >
      <Field
        label={t('updates:page.label')}
        hint={t(isPrivate ? 'updates:page.textPrivate' : 'updates:page.text')}
        spellCheck={false}
        dir="ltr"
        placeholder="https://"
        maxLength={MAX_RELEASE_ADDRESS_LENGTH}
        value={address}
        data-testid="release-page"
        onChange={(event) => {
          setAddress(event.target.value);
        }}
        after={
          <Button type="submit" isIdle={isAsking || address.trim() === ''} data-testid="release-ask">
            {t(isAsking ? 'updates:page.asking' : 'updates:page.ask')}
          </Button>
        }
      />
    </form>
  );
}
