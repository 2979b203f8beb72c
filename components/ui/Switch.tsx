import './switch.css';

interface SwitchProps {
  isOn: boolean;
  onSwitch: (on: boolean) => void;
}

/** A switch. Its accessible name comes from the surrounding label. */
export function Switch({ isOn, onSwitch }: SwitchProps) {
  return (
    <input
      type="checkbox"
      class="switch"
      role="switch"
      aria-checked={isOn}
      checked={isOn}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
    />
  );
}

interface RowProps extends SwitchProps {
  name: string;
  hint: string;
}

/** A row with the name of a setting, a hint and a switch. */
export function SwitchRow({ name, hint, ...rest }: RowProps) {
  return (
    <label class="option-row">
      <span>
        <span class="option-row__name">{name}</span>
        <span class="option-row__hint">{hint}</span>
      </span>
      <Switch {...rest} />
    </label>
  );
}
