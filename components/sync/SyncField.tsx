import type { TargetedInputEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { SyncFailure } from '../../utils/sync/sync-types.ts';
import { TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';

interface Props {
  label: string;
  /** A hint below the field. */
  hint?: string | null;
  /** The validation error; announced when it appears. */
  error?: string | null;
  type?: 'url' | 'text' | 'password';
  value: string;
  isOptional?: boolean;
  /** Used by password managers. */
  autocomplete?: string;
  onInput: (value: string) => void;
}

/** A labelled input with a hint and an error message. A password can be revealed. */
export function SyncField({
  label,
  hint,
  error,
  type = 'text',
  value,
  isOptional,
  autocomplete,
  onInput,
}: Props) {
  const { t } = useStrings();
  const id = useId();
  const [isRevealed, setRevealed] = useState(false);
  const isSecret = type === 'password';
  const inputProps = {
    id,
    inputmode: type === 'url' ? 'url' : 'text',
    dir: type === 'text' ? 'auto' : 'ltr',
    value,
    required: isOptional !== true,
    autocomplete: autocomplete ?? 'off',
    autocapitalize: 'off',
    spellcheck: false,
    'aria-invalid': Boolean(error),
    'aria-describedby': `${id}-hint ${id}-problem`,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="sync-field">
      <label for={id}>{label}</label>
      <span class="sync-field__line">
        {isSecret && !isRevealed ? (
          <input type="password" {...inputProps} />
        ) : (
          <input type="text" {...inputProps} />
        )}
        {isSecret && (
          <TextButton aria-pressed={isRevealed} aria-controls={id} onClick={() => setRevealed(!isRevealed)}>
            {t(isRevealed ? 'syncHide' : 'syncShow')}
          </TextButton>
        )}
      </span>
      {hint && (
        <p id={`${id}-hint`} class="note">
          {hint}
        </p>
      )}
      <p id={`${id}-problem`} class="note note--bad" role="alert">
        {error}
      </p>
    </div>
  );
}

/** Returns a function that describes an error and its remedy. Unknown codes get a general message. */
export function useErrorMessage(): (failure: SyncFailure) => string {
  const { t, find } = useStrings();
  return ({ from, code }) =>
    (from === 'place' ? find(`placeError_${code}`) : find(`syncError_${code}`)) ?? t('syncError_failed');
}
