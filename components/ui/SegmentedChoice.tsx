import { useId } from 'preact/hooks';
import { type MessageKey, useStrings } from './base/strings.ts';
import './segmented.css';

interface Props<T extends string> {
  /** The accessible name of the group. */
  label: string;
  /** The values with their labels. */
  options: Readonly<Partial<Record<T, MessageKey>>>;
  value: T;
  /** Locked by an organisation's policy. */
  isManaged?: boolean;
  onChange: (value: T) => void;
}

/** One of a few options, side by side. Built from radio buttons, so that the arrow keys work as usual. */
export function SegmentedChoice<T extends string>({
  label,
  options,
  value,
  isManaged = false,
  onChange,
}: Props<T>) {
  const { t } = useStrings();
  const group = useId();
  return (
    <fieldset class="segmented" disabled={isManaged}>
      <legend class="visually-hidden">{label}</legend>
      {(Object.entries(options) as [T, MessageKey][]).map(([option, name]) => (
        <label key={option} class="segmented__option">
          <input
            type="radio"
            name={group}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{t(name)}</span>
        </label>
      ))}
    </fieldset>
  );
}
