import { ManagedNote } from './ManagedNote.tsx';
import './switch.css';

interface Props {
  name: string;
  hint: string;
  isOn: boolean;
  /** An organisation decides; nobody can switch it here. */
  isManaged?: boolean;
  onSwitch: (on: boolean) => void;
}

/** One setting that is on or off, with a line that says what it does. */
export function SwitchRow({ name, hint, isOn, isManaged = false, onSwitch }: Props) {
  return (
    <label class="option-row">
      <span>
        <span class="option-row__name">{name}</span>
        <span class="option-row__hint">{hint}</span>
        {isManaged && <ManagedNote />}
      </span>
      <input
        type="checkbox"
        class="switch"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        disabled={isManaged}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </label>
  );
}
