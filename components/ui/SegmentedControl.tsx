import { useId } from 'preact/hooks';
import { type MessageKey, useStrings } from './base/strings.ts';
import './segmented.css';

interface Props<T extends string> {
  /** The accessible name of the group. */
  label: string;
  /** The labels, by value. */
  options: Readonly<Partial<Record<T, MessageKey>>>;
  value: T;
  onChange: (value: T) => void;
}

/** A segmented control. Made of radio buttons, so that the arrow keys work as expected. */
export function SegmentedControl<T extends string>({ label, options, value, onChange }: Props<T>) {
  const { t } = useStrings();
  const groupName = useId();
  return (
    <fieldset class="segmented">
      <legend class="visually-hidden">{label}</legend>
      {(Object.entries(options) as [T, MessageKey][]).map(([option, optionLabel]) => (
        <label key={option} class="segmented__option">
          <input
            type="radio"
            name={groupName}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{t(optionLabel)}</span>
        </label>
      ))}
    </fieldset>
  );
}
