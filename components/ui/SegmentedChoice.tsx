import { useId } from 'preact/hooks';
import './segmented.css';

interface Props<T extends string> {
  /** The accessible name of the group. */
  label: string;
  options: readonly { value: T; label: string }[];
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
  const name = useId();
  return (
    <fieldset class="segmented" disabled={isManaged}>
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="segmented__option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
