import type { ComponentChildren, ComponentProps, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClutterKind } from '../../utils/clutter/types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useScrollPadding } from '../ui/hooks/use-scroll-padding.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { ManagedNote } from '../ui/ManagedNote.tsx';
import { UndoBar } from '../ui/UndoBar.tsx';
import { HiddenList, type HiddenListProps } from './HiddenList.tsx';
import { type KindsHere, SiteKinds } from './SiteKinds.tsx';
import './hidden-footer.css';

const SIGN_UPS: readonly ClutterKind[] = [
  'newsletter-form',
  'newsletter-promo',
  'subscribe-nag',
  'overlay',
  'push-prompt',
];

interface Props extends HiddenListProps {
  /** False where the user turned clearing off. */
  isOn: boolean;
  /** Nothing is hidden for now, since the page kept reloading itself. */
  isPaused?: boolean;
  /** An organisation turned it off on this site. */
  isOffByPolicy?: boolean;
  /** Null until the settings are there. */
  kinds: KindsHere | null;
  onKind: (kind: ClutterKind, on: boolean) => void;
  /** Lets the user point at what is to be hidden. */
  onPick: () => void;
  onTurnOn: () => void;
  onTurnOff: () => void;
  onHideAnyway?: () => void;
  /** What was done last, and its way back. */
  undo: ComponentProps<typeof UndoBar> | null;
}

/** What was hidden on the page: the count, the list with a reason each, the ways back, and the way to hide more. */
export function HiddenFooter(props: Props) {
  const { t, count } = useStrings();
  const [open, setOpen] = useState(false);
  const foot = useRef<HTMLElement>(null);
  // The list lies over the page: it makes way for what gets the focus there.
  useEffect(() => {
    if (!open) return;
    const makeWay = ({ target }: FocusEvent): void => {
      if (target instanceof Node && !foot.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('focusin', makeWay);
    return () => document.removeEventListener('focusin', makeWay);
  }, [open]);
  const { undo } = props;
  useShortcuts(undo?.onUndo ? { u: undo.onUndo } : {});
  const hidden = props.items.filter((item) => item.hidden);
  const canShow = hidden.some(({ wasClosed }) => wasClosed !== true);
  const onlySignUps = props.items.every((item) => item.rule === undefined && SIGN_UPS.includes(item.kind));
  if (!props.isOn) {
    return (
      <Foot foot={foot} over={undo !== null && <UndoBar {...undo} />}>
        <div class="foot__line">
          <span>{t('hiddenOff')}</span>
          {props.isOffByPolicy === true ? (
            <ManagedNote />
          ) : (
            <button type="button" class="text-button" onClick={props.onTurnOn}>
              {t('hiddenOnHere')}
            </button>
          )}
        </div>
      </Foot>
    );
  }
  if (props.isPaused === true) {
    return (
      <Foot foot={foot} over={undo !== null && <UndoBar {...undo} />}>
        <div class="foot__line">
          <span>{t('hiddenPaused')}</span>
          <button type="button" class="text-button" onClick={props.onHideAnyway}>
            {t('hiddenAnyway')}
          </button>
        </div>
      </Foot>
    );
  }
  let summary = count(onlySignUps ? 'hiddenSignUps' : 'hiddenCount', hidden.length);
  if (props.items.length === 0) summary = t('hiddenNone');
  else if (hidden.length === 0) summary = t('hiddenAllShown');
  return (
    <Foot
      foot={foot}
      over={
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
        <span class="foot__actions">
          {(canShow || hidden.length < props.items.length) && (
            <button type="button" class="text-button" onClick={() => props.onSetHidden('all', !canShow)}>
              {canShow ? t('actionShowAll') : t('actionHideAll')}
            </button>
          )}
          <button type="button" class="text-button" onClick={props.onTurnOff}>
            {t('hiddenOffHere')}
          </button>
        </span>
      </div>
    </Foot>
  );
}

interface FootProps {
  foot: RefObject<HTMLElement | null>;
  over?: ComponentChildren;
  children: ComponentChildren;
}

/** Sticks to the popup's lower edge, with what opens over the page standing on it. */
function Foot({ over, foot, children }: FootProps) {
  const place = useRef<HTMLDivElement>(null);
  useScrollPadding(place, 'Bottom');
  return (
    <footer class="foot" ref={foot}>
      <div class="foot__over" ref={place}>
        {over}
      </div>
      {children}
    </footer>
  );
}

function HiddenPanel(props: Props) {
  const { t } = useStrings();
  const [choosing, setChoosing] = useState(false);
  return (
    <div class="hidden-panel" id="hidden-panel">
      <div class="hidden-panel__body">
        {choosing && props.kinds !== null ? (
          <SiteKinds {...props.kinds} onKind={props.onKind} />
        ) : props.items.length === 0 ? (
          <p class="hidden-panel__none">{t('hiddenNothing')}</p>
        ) : (
          <HiddenList {...props} />
        )}
      </div>
      <div class="hidden-panel__tools">
        <button type="button" class="text-button hidden-panel__pick" onClick={props.onPick}>
          <Icon name="plus" />
          {props.items.length === 0 ? t('hiddenPickFirst') : t('hiddenPick')}
        </button>
        {props.kinds !== null && (
          <button
            type="button"
            class="text-button"
            aria-pressed={choosing}
            onClick={() => setChoosing(!choosing)}
          >
            {t('hiddenKindsHere')}
          </button>
        )}
      </div>
    </div>
  );
}
