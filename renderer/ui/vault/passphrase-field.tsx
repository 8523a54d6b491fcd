import { useTranslation } from 'react-i18next';
import { Field } from '../components/field';

/** Characters below which a passphrase is called short; refused is only an empty one. */
const SHORT = 12;

interface PassphraseFieldProps {
  label: string;
  value: string;
  /** A new one: whether it is short is said. */
  isNew?: boolean;
  problem?: string | undefined;
  testId: string;
  onType: (value: string) => void;
}

export function PassphraseField({ label, value, isNew, problem, testId, onType }: PassphraseFieldProps) {
  const { t } = useTranslation();
  const { length } = value;
  const hint = length > 0 && length < SHORT ? t('identity:secret.short') : t('identity:secret.good');
  return (
    <Field
      type="password"
      label={label}
      value={value}
      spellCheck={false}
      maxLength={1024}
      problem={problem}
      hint={isNew === true ? hint : undefined}
      data-testid={testId}
      onChange={(event) => {
        onType(event.target.value);
      }}
    />
  );
}
