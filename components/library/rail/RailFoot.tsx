import { useContext } from 'preact/hooks';
import { PhoneContext } from '../../ui/base/phone.ts';
import { useStrings } from '../../ui/base/strings.ts';
import { useKeyNames } from '../../ui/hooks/use-shortcuts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ActionMenu } from '../../ui/menus/ActionMenu.tsx';
import './rail-foot.css';

interface Props {
  onShortcuts: () => void;
  onOpenOptions: () => void;
  /** Has a place of its own where there is room. */
  onAddLinks: () => void;
}

/** What is seldom wanted, in words: beneath the lists, or in a menu where these are one line. */
export function RailFoot({ onShortcuts, onOpenOptions, onAddLinks }: Props) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  const isPhone = useContext(PhoneContext);
  return (
    <div class="rail__foot">
      <a class="rail__link" href="transfer.html">
        <Icon name="transfer" />
        {t('transferTitle')}
      </a>
      {!isPhone && (
        <button
          type="button"
          class="rail__link"
          title={keyNames.title(t('shortcutsOpen'), '?')}
          aria-keyshortcuts={keyNames.of('?')}
          onClick={onShortcuts}
        >
          <Icon name="keyboard" />
          {t('shortcutsOpen')}
        </button>
      )}
      <button type="button" class="rail__link" onClick={onOpenOptions}>
        <Icon name="sliders" />
        {t('actionOptions')}
      </button>
      <span class="rail__menu">
        <ActionMenu
          label={t('actionMore')}
          actions={[
            { label: t('addLinks'), icon: 'plus', onChoose: onAddLinks },
            { label: t('transferTitle'), icon: 'transfer', onChoose: () => location.assign('transfer.html') },
            ...(isPhone
              ? []
              : [{ label: t('shortcutsOpen'), icon: 'keyboard' as const, onChoose: onShortcuts }]),
            { label: t('actionOptions'), icon: 'sliders', onChoose: onOpenOptions },
          ]}
        >
          <Icon name="more" />
        </ActionMenu>
      </span>
    </div>
  );
}
