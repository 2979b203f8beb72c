import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TextButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';

interface Props {
  label: string;
  /** The initial value. */
  value?: string;
  /** Called with the trimmed name, which is never empty. */
  onName: (name: string) => void;
  onCancel: () => void;
}

/** A field for a name, shown in place of the name. Enter saves; Escape and losing the focus cancel. */
export function NameField({ label, value = '', onName, onCancel }: Props) {
  const { t } = useStrings();
  const [name, setName] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
    // In a narrow window it stands in a scrolling line, together with its button.
    field.current?.form?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  return (
    <form
      class="name-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name.trim());
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
