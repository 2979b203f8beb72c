import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from '../base/strings.ts';
import { usePressOutside } from '../hooks/use-press-outside.ts';
import { positionBelow } from './use-menu.ts';
import './pick-popover.css';

/** A tag or list, and whether all, some or none of the articles have it. */
export interface PickOption {
  /** The value passed to `onToggle`. */
  value: string;
  label: string;
  depth?: number;
  state: 'all' | 'some' | 'none';
}

interface Props {
  /** The accessible name of the popover and its field. */
  label: string;
  picks: readonly PickOption[];
  /** Suggested values, the most likely first; shown before the others. */
  suggested?: readonly string[];
  /** The label for creating the typed value. */
  createLabel: (name: string) => string;
  onToggle: (value: string, isOn: boolean) => void;
  onCreate: (name: string) => void;
  onClose: () => void;
  /** Positioned below this element, in the top layer; if absent, in the flow. */
  anchor?: HTMLElement | null;
}

const MAX_SHOWN = 60;

/** Picks tags or lists for articles: type to find or create one, arrow keys to move, Enter to toggle. */
export function PickPopover({
  label,
  picks,
  suggested = [],
  createLabel,
  onToggle,
  onCreate,
  onClose,
  anchor = null,
}: Props) {
  const { t } = useStrings();
  const [typed, setTyped] = useState('');
  const [activeIndex, setActiveIndex] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const anchored = frame.current;
    if (anchor === null || anchored === null) return;
    anchored.showPopover();
    const place = (): void => positionBelow(anchor, anchored);
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [anchor]);
  usePressOutside(frame, onClose);
  // Before painting, so that what is typed at once does not act as shortcuts.
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      // Back to the row it was opened from.
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const wanted = typed.trim().toLocaleLowerCase();
  const first = suggested.flatMap((value) => picks.find((pick) => pick.value === value) ?? []);
  const ordered = [...first, ...picks.filter((pick) => !first.includes(pick))];
  const shown = ordered.filter((pick) => pick.label.toLocaleLowerCase().includes(wanted)).slice(0, MAX_SHOWN);
  const canCreate = wanted !== '' && !picks.some((pick) => pick.label.toLocaleLowerCase() === wanted);
  const count = shown.length + (canCreate ? 1 : 0);
  const index = Math.min(activeIndex, Math.max(0, count - 1));
  const choose = (place: number): void => {
    const pick = shown[place];
    if (pick !== undefined) onToggle(pick.value, pick.state !== 'all');
    else if (canCreate) onCreate(typed.trim());
    setTyped('');
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') setActiveIndex((index + 1) % Math.max(1, count));
    else if (event.key === 'ArrowUp') setActiveIndex((index - 1 + count) % Math.max(1, count));
    else if (event.key === 'Enter') choose(index);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div
      class={anchor === null ? 'pick' : 'pick pick--hung'}
      popover={anchor === null ? undefined : 'manual'}
      ref={frame}
      role="dialog"
      aria-label={label}
      onKeyDown={onKey}
    >
      <input
        ref={field}
        class="field"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={count === 0 ? undefined : `${id}-${index}`}
        aria-label={label}
        placeholder={label}
        value={typed}
        autocomplete="off"
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActiveIndex(0);
        }}
      />
      <div class="pick__list" role="listbox" id={id} aria-label={label} aria-multiselectable="true">
        {shown.map((pick, place) => (
          <button
            type="button"
            tabIndex={-1}
            key={pick.value}
            id={`${id}-${place}`}
            role="option"
            class="pick__option"
            data-active={place === index}
            data-state={pick.state}
            aria-selected={pick.state === 'all'}
            style={{ '--depth': pick.depth ?? 0 }}
            onPointerMove={() => setActiveIndex(place)}
            onClick={() => choose(place)}
          >
            <span class="pick__box" aria-hidden="true" />
            <bdi>{pick.label}</bdi>
            {pick.state === 'some' && <span class="pick__some">{t('pickSome')}</span>}
            {pick.state === 'none' && first.includes(pick) && (
              <span class="pick__some">{t('pickSuggested')}</span>
            )}
          </button>
        ))}
        {canCreate && (
          <button
            type="button"
            tabIndex={-1}
            id={`${id}-${shown.length}`}
            role="option"
            class="pick__option pick__option--new"
            aria-selected="false"
            data-active={index === shown.length}
            onPointerMove={() => setActiveIndex(shown.length)}
            onClick={() => choose(shown.length)}
          >
            {createLabel(typed.trim())}
          </button>
        )}
      </div>
      {count === 0 && <p class="pick__none">{t('pickNone')}</p>}
    </div>
  );
}
