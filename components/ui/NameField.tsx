import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from './base/strings.ts';

interface Props {
  label: string;
  /** What stands there at first. */
  value?: string;
  /** Gets the trimmed name, never an empty one. */
  onName: (name: string) => void;
  onCancel: () => void;
}

/** A field for a new name, in the place where the name will stand. Enter keeps it, Escape and leaving don't. */
export function NameField({ label, value = '', onName, onCancel }: Props) {
  const { t } = useStrings();
  const [name, setName] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
    // In a narrow window it stands in a line that scrolls, and its button belongs to it.
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
      <button type="submit" class="text-button">
        {t('actionKeep')}
      </button>
    </form>
  );
}
