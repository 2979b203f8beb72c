import type { ClutterKind } from '../../utils/clutter/types.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/schema.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import '../ui/switch.css';

interface Props {
  chosen: Record<ClutterKind, boolean>;
  onChange: (kind: ClutterKind, on: boolean) => void;
}

const KINDS = Object.keys(DEFAULT_SETTINGS.clutter) as ClutterKind[];

/** A switch for each kind of clutter: first what is hidden from the start, then what some like to keep. */
export function ClutterChoices({ chosen, onChange }: Props) {
  const groups: readonly (readonly [MessageKey, ClutterKind[]])[] = [
    ['optionsClearingOn', KINDS.filter((kind) => DEFAULT_SETTINGS.clutter[kind])],
    ['optionsClearingMore', KINDS.filter((kind) => !DEFAULT_SETTINGS.clutter[kind])],
  ];
  return (
    <>
      {groups.map(([title, kinds]) => (
        <ClutterGroup key={title} title={title} kinds={kinds} chosen={chosen} onChange={onChange} />
      ))}
    </>
  );
}

function ClutterGroup({
  title,
  kinds,
  chosen,
  onChange,
}: Props & { title: MessageKey; kinds: ClutterKind[] }) {
  const { t, find } = useStrings();
  return (
    <fieldset class="choices">
      <legend>{t(title)}</legend>
      {kinds.map((kind) => {
        const name = kind.replaceAll('-', '_');
        return (
          <label key={kind} class="option-row">
            <span>
              <span class="option-row__name">{find(`kind_${name}`)}</span>
              <span class="option-row__hint">{find(`kindHint_${name}`)}</span>
            </span>
            <input
              type="checkbox"
              class="switch"
              role="switch"
              aria-checked={chosen[kind]}
              checked={chosen[kind]}
              onChange={(event) => onChange(kind, event.currentTarget.checked)}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
