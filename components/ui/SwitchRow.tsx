import { ManagedNote } from './ManagedNote.tsx';
import './switch.css';

interface Props {
  name: string;
  hint: string;
  isOn: boolean;
  /** Locked by an organisation's policy. */
  isManaged?: boolean;
  onSwitch: (on: boolean) => void;
}

/** A setting that is on or off, with a hint. */
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
