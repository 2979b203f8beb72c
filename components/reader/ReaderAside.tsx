import type { ComponentChildren } from 'preact';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** What stands beside the text when it is asked for: voices, or highlights. */
export function ReaderAside({ title, onClose, children }: Props) {
  const { t } = useStrings();
  return (
    <aside class="reader__voices" aria-label={title}>
      <div class="section-head">
        <h2>{title}</h2>
        <button type="button" class="icon-button" aria-label={t('actionClose')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </aside>
  );
}
