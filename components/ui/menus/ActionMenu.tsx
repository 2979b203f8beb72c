import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../announcer.tsx';
import { useStrings } from '../base/strings.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { positionBelow, useMenu, watchButtonScroll } from './use-menu.ts';
import './action-menu.css';

export type MenuAction = {
  label: string;
  icon?: IconName;
  /** Shown in the warning colour. */
  isDestructive?: boolean;
  /** Adds a separator before the action. */
  startsGroup?: boolean;
} & (
  | { onChoose: () => void }
  /** Resolves to whether copying succeeded. The menu shows the result, and closes if it did. */
  | { onCopy: () => Promise<boolean> }
);

/** How long the result of copying is shown in the menu, in ms. */
const COPY_RESULT_MS = 900;

interface Props {
  /** Accessible name of the button. */
  label: string;
  class?: string;
  /** The id of the element that the actions apply to (`aria-describedby` of the button). */
  describedBy?: string;
  /** The button's content; the “More” icon by default. */
  children?: ComponentChildren;
  /** Entries that are false are omitted. */
  actions: readonly (MenuAction | false)[];
}

/** A button that opens a menu of actions. Arrow keys move the focus; Escape or a press outside closes the menu. */
export function ActionMenu({
  label,
  class: className = 'icon-button',
  describedBy,
  children,
  actions,
}: Props) {
  const { t, direction } = useStrings();
  const announce = useAnnounce();
  const { isOpen, container, button, toggle, close: hide } = useMenu();
  const [result, setResult] = useState<{ label: string; isCopied: boolean } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const getItems = (): HTMLElement[] => [
    ...(container.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  useLayoutEffect(() => {
    if (button.current === null || list.current === null) return;
    list.current.showPopover();
    positionBelow(button.current, list.current);
    // Immediately, so that an arrow key pressed right after Enter moves to the second item.
    getItems()[0]?.focus({ preventScroll: true });
    return watchButtonScroll(button.current, hide);
  }, [isOpen]);
  // Focus the button before running the action, so that a sheet opened by the action returns the focus to it.
  const close = (): void => {
    hide();
    button.current?.focus({ preventScroll: true });
  };
  const choose = async (action: MenuAction): Promise<void> => {
    if ('onChoose' in action) {
      close();
      action.onChoose();
      return;
    }
    const isCopied = await action.onCopy();
    announce(t(isCopied ? 'copiedAnnounce' : 'copyFailedAnnounce'));
    setResult({ label: action.label, isCopied });
    setTimeout(() => {
      setResult(null);
      if (isCopied) close();
    }, COPY_RESULT_MS);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    const items = getItems();
    const index = items.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }[event.key];
    if (target !== undefined) items.at(target % items.length)?.focus();
    else if (event.key === 'Tab') hide();
    // While a menu is open, keys must not trigger shortcuts. Enter and Space keep their default action.
    event.stopPropagation();
    if (target !== undefined) event.preventDefault();
  };
  return (
    <div class="action-menu" ref={container}>
      <button
        type="button"
        ref={button}
        class={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-describedby={describedBy}
        onKeyDown={onKey}
        onClick={toggle}
      >
        {children ?? <Icon name="more" />}
      </button>
      {isOpen && (
        <div
          class="action-menu__list"
          role="menu"
          ref={list}
          // In the top layer, so that the row, rail or bar around the button does not clip or cover it.
          popover="manual"
          tabIndex={-1}
          onKeyDown={onKey}
          id={id}
          dir={direction}
          aria-label={label}
        >
          {actions
            .filter((action) => action !== false)
            .map((action) => (
              <button
                key={action.label}
                type="button"
                role="menuitem"
                tabIndex={-1}
                class="action-menu__item"
                data-danger={action.isDestructive}
                data-apart={action.startsGroup}
                onClick={() => choose(action)}
              >
                {action.icon !== undefined && <Icon name={action.icon} />}
                {result?.label === action.label
                  ? t(result.isCopied ? 'actionCopied' : 'actionCopyFailed')
                  : action.label}
              </button>
            ))}
        </div>
      )}
    </div>
  );
}

interface ExportMenuProps<T extends string> {
  /** Each needs a message `exportFormat_<format>`. */
  formats: readonly T[];
  onExport: (format: T) => void;
}

/** An “Export” button with a menu of formats. */
export function ExportMenu<T extends string>({ formats, onExport }: ExportMenuProps<T>) {
  const { t, find } = useStrings();
  const actions = formats.map((format) => ({
    label: find(`exportFormat_${format}`) ?? format,
    onChoose: () => onExport(format),
  }));
  return (
    <ActionMenu label={t('personExport')} class="button" actions={actions}>
      {t('personExport')}
    </ActionMenu>
  );
}
