import { ManagedNote } from './ManagedNote.tsx';
import './switch.css';

interface SwitchProps {
  isOn: boolean;
  disabled?: boolean;
  onSwitch: (on: boolean) => void;
}

/** A switch. Its accessible name comes from the surrounding label. */
export function Switch({ isOn, disabled = false, onSwitch }: SwitchProps) {
  return (
    <input
      type="checkbox"
      class="switch"
      role="switch"
      aria-checked={isOn}
      checked={isOn}
      disabled={disabled}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
    />
  );
}

interface RowProps extends Omit<SwitchProps, 'disabled'> {
  name: string;
  hint: string;
  /** Locked by an organisation's policy. */
  isManaged?: boolean;
}

/** A row with the name of a setting, a hint and a switch. */
export function SwitchRow({ name, hint, isManaged = false, ...rest }: RowProps) {
  return (
    <label class="option-row">
      <span>
        <span class="option-row__name">{name}</span>
        <span class="option-row__hint">{hint}</span>
        {isManaged && <ManagedNote />}
      </span>
      <Switch {...rest} disabled={isManaged} />
    </label>
  );
}
