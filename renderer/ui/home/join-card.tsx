import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import { Button } from '../components/button';
import { CodeSource } from '../qr/qr-source';
import { SafeAndTodo } from '../components/error-lines';
import { Field } from '../components/field';
import { NoticeBox } from '../components/notice-box';

/** Where a link is pasted. What is wrong with it is told right here. */
export function JoinCard() {
  const linkError = useSelected(({ linkError }) => linkError);
  const { openLink, openLinkImage, clearLinkError } = useActions();
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <form
      className="card join"
      onSubmit={(event) => {
        event.preventDefault();
        openLink(text.trim());
      }}
    >
      <h2>{t('home:join')}</h2>
      <Field
        label={t('home:paste')}
        placeholder="vigil://join/"
        dir="ltr"
        value={text}
        required
        spellCheck={false}
        data-testid="home-link-input"
        aria-invalid={linkError !== null}
        onChange={(event) => {
          setText(event.target.value);
          if (linkError !== null) clearLinkError();
        }}
        after={
          <Button kind="line" type="submit" data-testid="home-link-continue">
            {t('home:continue')}
          </Button>
        }
      />
      <CodeSource onText={openLink} onImage={openLinkImage} testId="home-link" />
      <div role="alert">
        {linkError !== null && (
          <NoticeBox title={t(`errors:${linkError}.what`)} testId="link-error">
            <SafeAndTodo code={linkError} />
          </NoticeBox>
        )}
      </div>
      {linkError === null && <p className="small quiet">{t('home:previewFirst')}</p>}
    </form>
  );
}
