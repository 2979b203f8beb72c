import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../ui/announcer.tsx';
import { moveFocus } from '../ui/base/move-focus.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import { placeUnder, watchScrolling } from '../ui/menus/place-menu.ts';
import { useMenu } from '../ui/menus/use-menu.ts';
import { type CopyFormat, OTHER_FORMATS } from './copy-formats.ts';
import '../ui/menus/menu.css';

/** How long the answer stands in the menu before it closes, in ms. */
const ANSWER_MS = 900;

interface Props {
  /** The id of the quote's words, read out with the button. */
  about: string;
  onCopyAs: (format: CopyFormat) => Promise<boolean>;
  onPicture: () => void;
  /** Asks why it is this speaker, in these words. */
  why: { label: string; onAsk: () => void };
  /** Absent where nothing can be put right. */
  onCorrect?: (() => void) | undefined;
}

/** What else can be done with one quote. */
export function QuoteMenu({ about, onCopyAs, onPicture, why, onCorrect }: Props) {
  const { t, direction } = useStrings();
  const announce = useAnnounce();
  const menu = useMenu();
  const list = useRef<HTMLDivElement>(null);
  const [answer, setAnswer] = useState<{ format: CopyFormat; worked: boolean } | null>(null);
  useLayoutEffect(() => {
    if (menu.button.current === null || list.current === null) return;
    list.current.showPopover();
    placeUnder(menu.button.current, list.current);
    // At once: whoever presses the arrow right after Enter means the second item.
    list.current.querySelector<HTMLElement>('.menu__item')?.focus({ preventScroll: true });
    return watchScrolling(menu.button.current, menu.close);
  }, [menu.isOpen]);
  // The button has the focus again before a sheet takes it: where the sheet closes, it goes back there.
  const leave = (): void => {
    menu.close();
    menu.button.current?.focus({ preventScroll: true });
  };
  const copy = async (format: CopyFormat): Promise<void> => {
    const worked = await onCopyAs(format);
    announce(t(worked ? 'copiedAnnounce' : 'copyFailedAnnounce'));
    setAnswer({ format, worked });
    setTimeout(() => {
      setAnswer(null);
      if (worked) leave();
    }, ANSWER_MS);
  };
  const labelOf = (format: CopyFormat, label: string): string => {
    if (answer?.format !== format) return label;
    return t(answer.worked ? 'actionCopied' : 'actionCopyFailed');
  };
  return (
    <div class="menu-frame quote-menu" ref={menu.frame}>
      <button
        type="button"
        class="icon-button"
        ref={menu.button}
        aria-label={t('quoteMore')}
        aria-describedby={about}
        title={t('quoteMore')}
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        onClick={menu.toggle}
      >
        <Icon name="more" />
      </button>
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
              {labelOf(format, t(label))}
            </button>
          ))}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            class="menu__item menu__item--apart"
            dir={direction}
            onClick={() => {
              leave();
              onPicture();
            }}
          >
            {t('quoteAsPicture')}
          </button>
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            class="menu__item menu__item--apart"
            dir={direction}
            onClick={() => {
              leave();
              why.onAsk();
            }}
          >
            {why.label}
          </button>
          {onCorrect !== undefined && (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              class="menu__item"
              dir={direction}
              onClick={() => {
                leave();
                onCorrect();
              }}
            >
              {t('correctSpeaker')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
