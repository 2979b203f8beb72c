import { useEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames, useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { useMenu } from '../ui/menus/use-menu.ts';
import type { OutlineEntry } from './outline.ts';
import '../ui/menus/menu.css';
import './outline.css';

interface Props {
  entries: readonly OutlineEntry[];
  onGo: (entry: OutlineEntry) => void;
}

/** The entry whose part of the text the user is in, or -1 above the first. */
function entryAt(entries: readonly OutlineEntry[]): number {
  const below = entries.findIndex((entry) => entry.element.getBoundingClientRect().top > 120);
  return (below < 0 ? entries.length : below) - 1;
}

/** The article's headings, behind one button. */
export function OutlineMenu({ entries, onGo }: Props) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  const menu = useMenu();
  const [current, setCurrent] = useState(-1);
  const list = useRef<HTMLElement>(null);
  useShortcuts({ c: menu.toggle });
  useEffect(() => {
    if (!menu.isOpen) return;
    setCurrent(entryAt(entries));
    list.current?.querySelector<HTMLElement>('.outline__entry')?.focus({ preventScroll: true });
  }, [menu.isOpen, entries]);
  return (
    <div class="menu-frame" ref={menu.frame}>
      <button
        type="button"
        class="icon-button reader-bar__tool"
        ref={menu.button}
        aria-label={t('readerOutline')}
        title={keyNames.title(t('readerOutline'), 'c')}
        aria-keyshortcuts={keyNames.of('c')}
        aria-expanded={menu.isOpen}
        onClick={menu.toggle}
      >
        <Icon name="outline" />
        <span class="reader-bar__word">{t('readerOutline')}</span>
      </button>
      {menu.isOpen && (
        <nav class="menu outline" ref={list} aria-label={t('readerOutline')}>
          {entries.map((entry, index) => (
            <button
              type="button"
              key={index}
              class="outline__entry"
              style={{ '--depth': entry.depth }}
              aria-current={index === current ? 'location' : undefined}
              dir="auto"
              onClick={() => {
                menu.close();
                onGo(entry);
              }}
            >
              {entry.text}
            </button>
          ))}
        </nav>
      )}
    </div>
  );
}
