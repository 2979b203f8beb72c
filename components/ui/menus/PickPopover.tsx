import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from '../base/strings.ts';
import { usePressOutside } from '../hooks/use-press-outside.ts';
import { positionBelow } from './use-menu.ts';
import './pick-popover.css';

/** A tag or list, and whether all, some or none of the selected articles have it. */
export interface PickOption {
  /** The value passed to `onToggle`. */
  value: string;
  label: string;
  /** Nesting depth, 0 for the top level. */
  depth?: number;
  state: 'all' | 'some' | 'none';
}

interface Props {
  /** The accessible name of the popover and its field. */
  label: string;
  options: readonly PickOption[];
  /** Suggested values, the most likely first; listed before the others. */
  suggested?: readonly string[];
  /** Returns the label of the option that creates the typed value. */
  createLabel: (name: string) => string;
  onToggle: (value: string, isOn: boolean) => void;
  onCreate: (name: string) => void;
  onClose: () => void;
  /** The element below which the popover opens, in the top layer; if null, the popover is in normal flow. */
  anchor?: HTMLElement | null;
}

/** Maximum number of options listed. */
const MAX_SHOWN = 60;

/** A combobox for assigning tags or lists to articles. Typing filters; Enter toggles or creates the active option. */
export function PickPopover({
  label,
  options,
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
  const popover = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = popover.current;
    if (anchor === null || element === null) return;
    element.showPopover();
    const updatePosition = (): void => positionBelow(anchor, element);
    updatePosition();
    addEventListener('scroll', updatePosition, { capture: true, passive: true });
    addEventListener('resize', updatePosition);
    return () => {
      removeEventListener('scroll', updatePosition, { capture: true });
      removeEventListener('resize', updatePosition);
    };
  }, [anchor]);
  usePressOutside(popover, onClose);
  // A layout effect, so that keys pressed at once do not act as shortcuts.
  useLayoutEffect(() => {
    const previousFocus = document.activeElement;
    field.current?.focus();
    return () => {
      if (previousFocus instanceof HTMLElement) previousFocus.focus({ preventScroll: true });
    };
  }, []);
  const query = typed.trim().toLocaleLowerCase();
  const suggestedOptions = suggested.flatMap(
    (value) => options.find((option) => option.value === value) ?? [],
  );
  const ordered = [...suggestedOptions, ...options.filter((option) => !suggestedOptions.includes(option))];
  const matches = ordered
    .filter((option) => option.label.toLocaleLowerCase().includes(query))
    .slice(0, MAX_SHOWN);
  const canCreate = query !== '' && !options.some((option) => option.label.toLocaleLowerCase() === query);
  const optionCount = matches.length + (canCreate ? 1 : 0);
  const activeOption = Math.min(activeIndex, Math.max(0, optionCount - 1));
  const choose = (optionIndex: number): void => {
    const option = matches[optionIndex];
    if (option !== undefined) onToggle(option.value, option.state !== 'all');
    else if (canCreate) onCreate(typed.trim());
    setTyped('');
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') setActiveIndex((activeOption + 1) % Math.max(1, optionCount));
    else if (event.key === 'ArrowUp')
      setActiveIndex((activeOption - 1 + optionCount) % Math.max(1, optionCount));
    else if (event.key === 'Enter') choose(activeOption);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div
      class={anchor === null ? 'pick' : 'pick pick--hung'}
      popover={anchor === null ? undefined : 'manual'}
      ref={popover}
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
        aria-activedescendant={optionCount === 0 ? undefined : `${id}-${activeOption}`}
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
        {matches.map((option, optionIndex) => (
          <button
            type="button"
            tabIndex={-1}
            key={option.value}
            id={`${id}-${optionIndex}`}
            role="option"
            class="pick__option"
            data-active={optionIndex === activeOption}
            data-state={option.state}
            aria-selected={option.state === 'all'}
            style={{ '--depth': option.depth ?? 0 }}
            onPointerMove={() => setActiveIndex(optionIndex)}
            onClick={() => choose(optionIndex)}
          >
            <span class="pick__box" aria-hidden="true" />
            <bdi>{option.label}</bdi>
            {option.state === 'some' && <span class="pick__some">{t('pickSome')}</span>}
            {option.state === 'none' && suggestedOptions.includes(option) && (
              <span class="pick__some">{t('pickSuggested')}</span>
            )}
          </button>
        ))}
        {canCreate && (
          <button
            type="button"
            tabIndex={-1}
            id={`${id}-${matches.length}`}
            role="option"
            class="pick__option pick__option--new"
            aria-selected="false"
            data-active={activeOption === matches.length}
            onPointerMove={() => setActiveIndex(matches.length)}
            onClick={() => choose(matches.length)}
          >
            {createLabel(typed.trim())}
          </button>
        )}
      </div>
      {optionCount === 0 && <p class="pick__none">{t('pickNone')}</p>}
    </div>
  );
}
