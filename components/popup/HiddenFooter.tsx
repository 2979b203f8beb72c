import type { ComponentChildren, ComponentProps, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClutterKind, HiddenItem, HiddenSelection } from '../../utils/clutter/types.ts';
import { TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useScrollPadding } from '../ui/hooks/use-scroll-padding.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { Switch } from '../ui/Switch.tsx';
import { UndoBar } from '../ui/UndoBar.tsx';
import './hidden-footer.css';

const SIGN_UP_KINDS: readonly ClutterKind[] = [
  'newsletter-form',
  'newsletter-promo',
  'subscribe-nag',
  'overlay',
  'push-prompt',
];

export interface HiddenFooterProps extends HiddenListProps {
  /** Whether clutter is hidden on this site. */
  isOn: boolean;
  /** Whether hiding is paused because the page kept reloading itself. */
  isPaused?: boolean;
  /** Null until the settings are loaded. */
  kinds: SiteClutterKinds | null;
  onToggleKind: (kind: ClutterKind, on: boolean) => void;
  /** Starts the element picker, with which the user selects something else to hide. */
  onPick: () => void;
  onTurnOn: () => void;
  onTurnOff: () => void;
  onHideAnyway?: () => void;
  /** The undo bar for the last action, if any. */
  undo: ComponentProps<typeof UndoBar> | null;
}

/** A footer with the number of hidden items. It opens a list for showing, hiding and adding items. */
export function HiddenFooter(props: HiddenFooterProps) {
  const { t, count } = useStrings();
  const [open, setOpen] = useState(false);
  const footerRef = useRef<HTMLElement>(null);
  // Close the list when an element outside gets the focus, because the list would cover it.
  useEffect(() => {
    if (!open) return;
    const closeOutside = ({ target }: FocusEvent): void => {
      if (target instanceof Node && !footerRef.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('focusin', closeOutside);
    return () => document.removeEventListener('focusin', closeOutside);
  }, [open]);
  const { undo } = props;
  useShortcuts(undo?.onUndo ? { u: undo.onUndo } : {});
  const hidden = props.items.filter((item) => item.hidden);
  const canRestore = hidden.some(({ wasClosed }) => wasClosed !== true);
  const hasOnlySignUps = props.items.every(
    (item) => item.rule === undefined && SIGN_UP_KINDS.includes(item.kind),
  );
  if (!props.isOn || props.isPaused === true) {
    return (
      <StickyFooter footerRef={footerRef} overlay={undo !== null && <UndoBar {...undo} />}>
        <div class="foot__line">
          <span>{t(props.isOn ? 'hiddenPaused' : 'hiddenOff')}</span>
          {props.isOn ? (
            <TextButton onClick={props.onHideAnyway}>{t('hiddenAnyway')}</TextButton>
          ) : (
            <TextButton onClick={props.onTurnOn}>{t('hiddenOnHere')}</TextButton>
          )}
        </div>
      </StickyFooter>
    );
  }
  let summary = count(hasOnlySignUps ? 'hiddenSignUps' : 'hiddenCount', hidden.length);
  if (props.items.length === 0) summary = t('hiddenNone');
  else if (hidden.length === 0) summary = t('hiddenAllShown');
  return (
    <StickyFooter
      footerRef={footerRef}
      overlay={
        <>
          {undo !== null && <UndoBar {...undo} />}
          {open && <HiddenPanel {...props} />}
        </>
      }
    >
      <div class="foot__line">
        <button
          type="button"
          class="foot__toggle"
          aria-expanded={open}
          aria-controls="hidden-panel"
          onClick={() => setOpen(!open)}
        >
          {summary}
          <Icon name="down" />
        </button>
        {(canRestore || hidden.length < props.items.length) && (
          <TextButton onClick={() => props.onSetHidden('all', !canRestore)}>
            {canRestore ? t('actionShowAll') : t('actionHideAll')}
          </TextButton>
        )}
        <TextButton onClick={props.onTurnOff}>{t('hiddenOffHere')}</TextButton>
      </div>
    </StickyFooter>
  );
}

interface FooterProps {
  footerRef: RefObject<HTMLElement | null>;
  overlay?: ComponentChildren;
  children: ComponentChildren;
}

/** Sticks to the bottom of the popup; the overlay opens above it and covers the content. */
function StickyFooter({ overlay, footerRef, children }: FooterProps) {
  const overlayRef = useRef<HTMLDivElement>(null);
  useScrollPadding(overlayRef, 'Bottom');
  return (
    <footer class="foot" ref={footerRef}>
      <div class="foot__over" ref={overlayRef}>
        {overlay}
      </div>
      {children}
    </footer>
  );
}

function HiddenPanel(props: HiddenFooterProps) {
  const { t } = useStrings();
  const [isChoosingKinds, setChoosingKinds] = useState(false);
  return (
    <div class="hidden-panel" id="hidden-panel">
      <div class="hidden-panel__body">
        {isChoosingKinds && props.kinds !== null ? (
          <SiteKinds {...props.kinds} onToggleKind={props.onToggleKind} />
        ) : props.items.length === 0 ? (
          <p class="hidden-panel__none">{t('hiddenNothing')}</p>
        ) : (
          <section class="hidden-groups" aria-label={t('hiddenListTitle')}>
            {groupItems(props.items).map((group) => (
              <HiddenGroup key={group.groupKey} {...props} {...group} />
            ))}
          </section>
        )}
      </div>
      <div class="hidden-panel__tools">
        <TextButton class="hidden-panel__pick" onClick={props.onPick}>
          <Icon name="plus" />
          {props.items.length === 0 ? t('hiddenPickFirst') : t('hiddenPick')}
        </TextButton>
        {props.kinds !== null && (
          <TextButton aria-pressed={isChoosingKinds} onClick={() => setChoosingKinds(!isChoosingKinds)}>
            {t('hiddenKindsHere')}
          </TextButton>
        )}
      </div>
    </div>
  );
}

interface HiddenListProps {
  items: readonly HiddenItem[];
  host: string;
  onSetHidden: (target: HiddenSelection, hidden: boolean) => void;
  /** Adds a rule that keeps the item visible or, if a user rule hid it, deletes that rule. */
  onNeverHide: (id: number) => void;
  /** Outlines the item in the page; null removes the outline. */
  onOutline: (id: number | null) => void;
}

type Group = { groupKey: ClutterKind | 'own'; items: readonly HiddenItem[] };

/** Groups items by kind, in order of first occurrence, after a group of those that the user's own rules hid. */
function groupItems(all: readonly HiddenItem[]): Group[] {
  const ownFirst = all.toSorted((a, b) => Number(b.rule !== undefined) - Number(a.rule !== undefined));
  const groups = Map.groupBy(ownFirst, ({ rule, kind }) => (rule === undefined ? kind : 'own'));
  return [...groups].map(([groupKey, items]) => ({ groupKey, items }));
}

function HiddenGroup({ groupKey, items, ...props }: HiddenListProps & Group) {
  const { t, find, formatNumber } = useStrings();
  const name =
    groupKey === 'own'
      ? t('hiddenOwn')
      : (find(`kind_${groupKey.replaceAll('-', '_')}`) ?? (groupKey as string));
  const isShown = items.every(({ hidden }) => !hidden);
  return (
    <div class="hidden-group">
      <h3 class="hidden-group__head">
        <span class="hidden-group__name">{name}</span>
        {items.length > 1 && <span class="hidden-group__count">{formatNumber(items.length)}</span>}
        {items.length > 1 && (
          <TextButton
            aria-label={t(isShown ? 'hiddenHideKind' : 'hiddenShowKind', name)}
            onClick={() => props.onSetHidden(groupKey, isShown)}
          >
            {isShown ? t('actionHideAll') : t('actionShowAll')}
          </TextButton>
        )}
      </h3>
      <ul class="hidden-list">
        {items.map((item) => (
          <HiddenListItem key={item.id} item={item} {...props} />
        ))}
      </ul>
    </div>
  );
}

function HiddenListItem({
  item,
  host,
  onSetHidden,
  onNeverHide,
  onOutline,
}: { item: HiddenItem } & Omit<HiddenListProps, 'items'>) {
  const { t, find, count, formatNumber } = useStrings();
  const isOwn = item.rule !== undefined;
  const isClosed = item.hidden && item.wasClosed === true;
  const status = isClosed
    ? t('hiddenWasClosed')
    : item.gaveUp
      ? t('hiddenGaveUp')
      : item.holdsPage && t('hiddenHoldsPage');
  const reason = status || find(`clutter_${item.reason}`);
  const outlineHandlers = { onFocus: () => onOutline(item.id), onBlur: () => onOutline(null) };
  return (
    <li
      class="hidden-item"
      data-hidden={item.hidden}
      onMouseEnter={() => onOutline(item.id)}
      onMouseLeave={() => onOutline(null)}
    >
      <div class="hidden-item__words">
        <span class="hidden-item__line">
          {item.text !== '' && (
            <span class="hidden-item__text" dir="auto">
              {item.text}
            </span>
          )}
          {item.copies !== undefined && (
            <span title={count('hiddenCopies', item.copies)}>
              <span aria-hidden="true">{t('hiddenTimes', formatNumber(item.copies))}</span>
              <span class="visually-hidden">{count('hiddenCopies', item.copies)}</span>
            </span>
          )}
        </span>
        <span class="hidden-item__reason">{reason}</span>
      </div>
      <span class="hidden-item__actions">
        {!isClosed && (
          <TextButton onClick={() => onSetHidden(item.id, !item.hidden)} {...outlineHandlers}>
            {item.hidden ? t('actionShow') : t('actionHide')}
          </TextButton>
        )}
        <TextButton
          class="text-button--quiet"
          {...(isOwn ? {} : { title: t('hiddenNeverLabel', host) })}
          onClick={() => onNeverHide(item.id)}
          {...outlineHandlers}
        >
          {isOwn ? t('hiddenForget') : t('hiddenNever')}
        </TextButton>
      </span>
    </li>
  );
}

export interface SiteClutterKinds {
  host: string;
  onSite: Record<ClutterKind, boolean>;
  /** The settings for all sites. */
  defaults: Record<ClutterKind, boolean>;
}

/** A switch for each kind of clutter on one site; those that differ from the settings for all sites are marked. */
function SiteKinds({
  host,
  onSite,
  defaults,
  onToggleKind,
}: SiteClutterKinds & Pick<HiddenFooterProps, 'onToggleKind'>) {
  const { t, find } = useStrings();
  return (
    <fieldset class="site-kinds">
      <legend>{t('hiddenHere', host)}</legend>
      {(Object.keys(onSite) as ClutterKind[]).map((kind) => (
        <label key={kind} class="site-kinds__row">
          <span>
            {find(`kind_${kind.replaceAll('-', '_')}`)}
            {onSite[kind] !== defaults[kind] && (
              <span class="site-kinds__note">{t('hiddenHereDiffers')}</span>
            )}
          </span>
          <Switch isOn={onSite[kind]} onSwitch={(on) => onToggleKind(kind, on)} />
        </label>
      ))}
    </fieldset>
  );
}
