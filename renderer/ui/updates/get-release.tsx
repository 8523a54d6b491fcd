/** A file of the newest release, from any mirror or from this computer: checked, and never started. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_RELEASE_ADDRESS_LENGTH, type ReleasesView } from '../../state/contract';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { useActions } from '../context';
import { Getting } from './getting';

interface GetReleaseProps {
  newest: NonNullable<ReleasesView['newest']>;
  getting: ReleasesView['getting'];
  isPrivate: boolean;
}

export function GetRelease({ newest, getting, isPrivate }: GetReleaseProps) {
  const { t } = useTranslation();
  const { getRelease, checkReleaseFile } = useActions();
  const id = useId();
  // What fits this computer stands first.
  const files = newest.files.toSorted((a, b) => Number(b.fits) - Number(a.fits));
  const [name, setName] = useState(files[0]?.name ?? '');
  const [address, setAddress] = useState('');
  const isBusy = getting.state === 'running' || getting.state === 'reading';
  return (
    <div className="set release-news" data-testid="release-get">
      <h3>{t('updates:get.title', { version: newest.version })}</h3>
      <p>{t('updates:get.text')}</p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && address.trim() !== '') getRelease(name, address);
        }}
      >
        <div className="field">
          <label htmlFor={id}>{t('updates:get.file')}</label>
          <select
            id={id}
            className="input"
            value={name}
            data-testid="release-file"
            onChange={(event) => {
              setName(event.target.value);
            }}
          >
            {files.map((file) => (
              <option key={file.name} value={file.name}>
                {file.fits ? t('updates:get.fits', { name: file.name }) : file.name}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={t('updates:get.from')}
          hint={t(isPrivate ? 'updates:get.seenPrivate' : 'updates:get.seen')}
          spellCheck={false}
          dir="ltr"
          placeholder="https://"
          maxLength={MAX_RELEASE_ADDRESS_LENGTH}
          value={address}
          data-testid="release-mirror"
          onChange={(event) => {
            setAddress(event.target.value);
          }}
          after={
            <Button type="submit" isIdle={isBusy || address.trim() === ''} data-testid="release-fetch">
              {t('updates:get.button')}
            </Button>
          }
        />
      </form>
      <div className="row">
        <Button kind="line" isIdle={isBusy} data-testid="release-check" onClick={checkReleaseFile}>
          {t('updates:get.check')}
        </Button>
      </div>
      <Getting getting={getting} />
    </div>
  );
}
