import { useStrings } from '../ui/base/strings.ts';

/** A keyboard command as the browser has it. */
export interface Command {
  name: string;
  description: string;
  /** `''` where neither the browser nor the user gave it a key. */
  keys: string;
}

export interface CommandsProps {
  /** None on a phone, where a browser gives an extension no keys. */
  commands: readonly Command[];
  /** Opens the browser's own page for shortcuts; null on a phone. */
  onChangeShortcuts: (() => void) | null;
}

/** The keyboard commands with the keys they really have, and the way to change them. */
export function CommandList({ commands, onChangeShortcuts }: CommandsProps) {
  const { t } = useStrings();
  if (commands.length === 0) return null;
  return (
    <>
      <dl class="command-list">
        {commands.map(({ name, description, keys }) => (
          <div key={name} class="option-row">
            <dt>{description}</dt>
            <dd>{keys === '' ? t('optionsShortcutNone') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      {onChangeShortcuts !== null && (
        <button type="button" class="button" onClick={onChangeShortcuts}>
          {t('optionsShortcutsChange')}
        </button>
      )}
    </>
  );
}
