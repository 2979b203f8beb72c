import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from '../base/strings.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { positionBelow, watchButtonScroll } from './use-menu.ts';
import './action-menu.css';

export interface MenuAction {
  label: string;
  icon?: IconName;
  /** Shown in the warning colour; can still be undone. */
  danger?: boolean;
  onChoose: () => void;
}

interface Props {
  /** Accessible name of the button. */
  label: string;
  class?: string;
  /** The button's content; the “More” icon by default. */
  children?: ComponentChildren;
  /** False for one that is not offered now. */
  actions: readonly (MenuAction | false)[];
}

/** A button that opens a short menu of actions. Arrow keys move, Escape and a click elsewhere close it. */
export function ActionMenu({ label, class: className = 'icon-button', children, actions }: Props) {
  const { direction } = useStrings();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const items = (): HTMLElement[] => [
    ...(frame.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && frame.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);
  useLayoutEffect(() => {
    if (button.current === null || list.current === null) return;
    list.current.showPopover();
    positionBelow(button.current, list.current);
    // Immediately, so that an arrow key pressed right after Enter selects the second item.
    items()[0]?.focus({ preventScroll: true });
    return watchButtonScroll(button.current, () => setOpen(false));
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!open) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (step !== undefined) all.at(step % all.length)?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key !== 'Tab') {
      // Enter and Space belong to the item; other keys must not reach the screen while a menu is open.
      event.stopPropagation();
      return;
    } else setOpen(false);
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
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
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onKeyDown={onKey}
        onClick={() => setOpen(!open)}
      >
        {children ?? <Icon name="more" />}
      </button>
      {open && (
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
                onClick={() => {
                  close();
                  action.onChoose();
                }}
              >
                {action.icon !== undefined && <Icon name={action.icon} />}
                {action.label}
              </button>
            ))}
        </div>
      )}
    </div>
  );
}
