import { useTranslation } from 'react-i18next';
import { isMac } from './is-mac';
import { keyParts } from './shown-keys';

/** A combination as keys; they stand from left to right in any language. */
export function Keys({ combination }: { combination: string }) {
  const { t } = useTranslation();
  return (
    <span className="keys-shown" dir="ltr">
      {keyParts(t, combination, isMac).map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
