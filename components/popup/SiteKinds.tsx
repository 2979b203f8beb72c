import type { ClutterKind } from '../../utils/clutter/types.ts';
import { useStrings } from '../ui/base/strings.ts';
import './site-kinds.css';
import '../ui/switch.css';

/** Which kinds of clutter are hidden on one site. */
export interface KindsHere {
  /** The site's name. */
  host: string;
  here: Record<ClutterKind, boolean>;
  /** On all sites that say nothing of their own. */
  everywhere: Record<ClutterKind, boolean>;
}

interface Props extends KindsHere {
  onKind: (kind: ClutterKind, on: boolean) => void;
}

/** Switches for one site; what differs from everywhere else says so. */
export function SiteKinds({ host, here, everywhere, onKind }: Props) {
  const { t, find } = useStrings();
  return (
    <fieldset class="site-kinds">
      <legend>{t('hiddenHere', host)}</legend>
      {(Object.keys(here) as ClutterKind[]).map((kind) => (
        <label key={kind} class="site-kinds__row">
          <span>
            {find(`kind_${kind.replaceAll('-', '_')}`)}
            {here[kind] !== everywhere[kind] && (
              <span class="site-kinds__note">{t('hiddenHereDiffers')}</span>
            )}
          </span>
          <input
            type="checkbox"
            class="switch"
            role="switch"
            aria-checked={here[kind]}
            checked={here[kind]}
            onChange={(event) => onKind(kind, event.currentTarget.checked)}
          />
        </label>
      ))}
    </fieldset>
  );
}
