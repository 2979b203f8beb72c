import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TextButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';

interface Props {
  label: string;
  /** The initial value. */
  value?: string;
  /** Called with the trimmed name, which is never empty. */
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** An inline field for entering a name. Enter saves; Escape, losing focus, or an empty name cancels. */
export function NameField({ label, value = '', onSave, onCancel }: Props) {
  const { t } = useStrings();
  const [name, setName] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
    // In narrow windows, the field and its button are in a horizontally scrolling row.
    field.current?.form?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  return (
    <form
      class="name-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name.trim());
        else onCancel();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onFocusOut={(event) => {
        const { relatedTarget, currentTarget } = event;
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) onCancel();
      }}
    >
      <input
        ref={field}
        class="field"
        value={name}
        dir={name === '' ? undefined : 'auto'}
        aria-label={label}
        placeholder={label}
        maxLength={200}
        autocomplete="off"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <TextButton type="submit">{t('actionKeep')}</TextButton>
    </form>
  );
}
