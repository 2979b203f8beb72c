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
  /** Shown in the warning colour; can still be undone. */
  danger?: boolean;
  /** Begins a group of actions. */
  isApart?: boolean;
} & (
  | { onChoose: () => void }
  /** Resolves to whether it could copy; the menu says so before it closes. */
  | { onCopy: () => Promise<boolean> }
);

/** How long the result of copying is shown in the menu, in ms. */
const RESULT_MS = 900;

interface Props {
  /** Accessible name of the button. */
  label: string;
  class?: string;
  /** The id of what the actions are for, read out with the button. */
  describedBy?: string;
  /** The button's content; the “More” icon by default. */
  children?: ComponentChildren;
  /** False for one that is not offered now. */
  actions: readonly (MenuAction | false)[];
}

/** A button that opens a short menu of actions. Arrow keys move, Escape and a click elsewhere close it. */
export function ActionMenu({
  label,
  class: className = 'icon-button',
  describedBy,
  children,
  actions,
}: Props) {
  const { t, direction } = useStrings();
  const announce = useAnnounce();
  const { isOpen, frame, button, toggle, close: hide } = useMenu();
  const [result, setResult] = useState<{ of: string; isCopied: boolean } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const items = (): HTMLElement[] => [
    ...(frame.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  useLayoutEffect(() => {
    if (button.current === null || list.current === null) return;
    list.current.showPopover();
    positionBelow(button.current, list.current);
    // Immediately, so that an arrow key pressed right after Enter selects the second item.
    items()[0]?.focus({ preventScroll: true });
    return watchButtonScroll(button.current, hide);
  }, [isOpen]);
  // The focus returns to the button first, so that a sheet that opens now returns it there when it closes.
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
    setResult({ of: action.label, isCopied });
    setTimeout(() => {
      setResult(null);
      if (isCopied) close();
    }, RESULT_MS);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (step !== undefined) all.at(step % all.length)?.focus();
    else if (event.key === 'Tab') hide();
    // Enter and Space belong to the item; other keys must not reach the screen while a menu is open.
    event.stopPropagation();
    if (step !== undefined) event.preventDefault();
  };
  return (
    <div class="action-menu" ref={frame}>
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
          // In the top layer, above the row, rail or bar that it belongs to.
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
                data-danger={action.danger}
                data-apart={action.isApart}
                onClick={() => choose(action)}
              >
                {action.icon !== undefined && <Icon name={action.icon} />}
                {result?.of === action.label
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
  /** Each has a message `exportFormat_<format>`. */
  formats: readonly T[];
  onExport: (format: T) => void;
}

/** A button that offers several formats. */
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
