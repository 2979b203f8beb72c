import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../ui/announcer.tsx';
import { IconButton } from '../ui/Button.tsx';
import { moveFocus } from '../ui/base/focus.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { positionBelow, useMenu, watchButtonScroll } from '../ui/menus/use-menu.ts';
import '../ui/menus/menu.css';

/** How long the result is shown in the menu before it closes, in ms. */
const RESULT_MS = 900;

interface Props {
  /** The id of the quote's words, read out with the button. */
  textId: string;
  onCopyAs: (format: CopyFormat) => Promise<boolean>;
  onPicture: () => void;
  /** Shows why this speaker was identified; `label` is the menu item's text. */
  why: { label: string; onShow: () => void };
  /** Absent if the speaker cannot be corrected. */
  onCorrect?: (() => void) | undefined;
}

/** A menu of further actions for one quote. */
export function QuoteMenu({ textId, onCopyAs, onPicture, why, onCorrect }: Props) {
  const { t, direction } = useStrings();
  const announce = useAnnounce();
  const menu = useMenu();
  const list = useRef<HTMLDivElement>(null);
  const [result, setResult] = useState<{ format: CopyFormat; isCopied: boolean } | null>(null);
  useLayoutEffect(() => {
    if (menu.button.current === null || list.current === null) return;
    list.current.showPopover();
    positionBelow(menu.button.current, list.current);
    // Immediately, so that an arrow key pressed right after Enter selects the second item.
    list.current.querySelector<HTMLElement>('.menu__item')?.focus({ preventScroll: true });
    return watchButtonScroll(menu.button.current, menu.close);
  }, [menu.isOpen]);
  // Returns the focus to the button first, so that a sheet that opens now returns it there when it closes.
  const closeMenu = (): void => {
    menu.close();
    menu.button.current?.focus({ preventScroll: true });
  };
  const copy = async (format: CopyFormat): Promise<void> => {
    const isCopied = await onCopyAs(format);
    announce(t(isCopied ? 'copiedAnnounce' : 'copyFailedAnnounce'));
    setResult({ format, isCopied: isCopied });
    setTimeout(() => {
      setResult(null);
      if (isCopied) closeMenu();
    }, RESULT_MS);
  };
  const getLabel = (format: CopyFormat, label: string): string => {
    if (result?.format !== format) return label;
    return t(result.isCopied ? 'actionCopied' : 'actionCopyFailed');
  };
  const item = (label: string, name: string, onChoose: () => void) => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class={name}
      dir={direction}
      onClick={() => {
        closeMenu();
        onChoose();
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="menu-frame quote-menu" ref={menu.frame}>
      <IconButton
        icon="more"
        label={t('quoteMore')}
        ref={menu.button}
        aria-describedby={textId}
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        onClick={menu.toggle}
      />
      {menu.isOpen && (
        <div
          class="menu menu--list"
          role="menu"
          tabIndex={-1}
          aria-label={t('quoteMore')}
          ref={list}
          popover="manual"
          onKeyDown={(event) => {
            if (event.key === 'Tab') menu.close();
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            event.stopPropagation();
            moveFocus(list.current, '.menu__item', event.key === 'ArrowDown' ? 1 : -1);
          }}
        >
          {OTHER_FORMATS.map(([format, label]) => (
            <button
              type="button"
              key={format}
              role="menuitem"
              tabIndex={-1}
              class="menu__item"
              dir={direction}
              onClick={() => void copy(format)}
            >
              {getLabel(format, t(label))}
            </button>
          ))}
          {item(t('quoteAsPicture'), 'menu__item menu__item--apart', onPicture)}
          {item(why.label, 'menu__item menu__item--apart', why.onShow)}
          {onCorrect !== undefined && item(t('correctSpeaker'), 'menu__item', onCorrect)}
        </div>
      )}
    </div>
  );
}

/** The formats in which a quote can be copied. */
export type CopyFormat = 'plain' | 'words' | 'markdown' | 'link' | 'apa' | 'chicago';

/** The formats in a quote's menu, besides the button for the plain citation. */
const OTHER_FORMATS: readonly (readonly [CopyFormat, MessageKey])[] = [
  ['words', 'copyWordsOnly'],
  ['link', 'copyQuoteLink'],
  ['markdown', 'copyAsMarkdown'],
  ['apa', 'copyAsApa'],
  ['chicago', 'copyAsChicago'],
];
