import { useState } from 'preact/hooks';
import type { ClutterKind, HiddenItem } from '../utils/clutter/types.ts';
import { Icon } from './Icon.tsx';
import { useStrings } from './strings.ts';
import './hidden-footer.css';

const SIGN_UPS: readonly ClutterKind[] = [
  'newsletter-form',
  'newsletter-promo',
  'subscribe-nag',
  'overlay',
  'push-prompt',
];

interface Props {
  items: readonly HiddenItem[];
  /** False where the reader turned clearing off. */
  isOn: boolean;
  onSetHidden: (id: number | 'all', hidden: boolean) => void;
  /** Outlines the place of an item in the page; null ends it. */
  onOutline: (id: number | null) => void;
  onTurnOn: () => void;
  onTurnOff: () => void;
}

/** What was hidden on the page: the count, the list with a reason each, and the ways back. */
export function HiddenFooter(props: Props) {
  const { t, count } = useStrings();
  const [open, setOpen] = useState(false);
  const hidden = props.items.filter((item) => item.hidden);
  const onlySignUps = props.items.every((item) => SIGN_UPS.includes(item.kind));
  const summary =
    props.items.length > 0 && hidden.length === 0
      ? t('hiddenAllShown')
      : count(onlySignUps ? 'hiddenSignUps' : 'hiddenCount', hidden.length);
  if (!props.isOn) {
    return (
      <footer class="foot">
        <div class="foot__line">
          <span>{t('hiddenOff')}</span>
          <button type="button" class="text-button" onClick={props.onTurnOn}>
            {t('hiddenOnHere')}
          </button>
        </div>
      </footer>
    );
  }
  return (
    <footer class="foot">
      {open && props.items.length > 0 && <HiddenList {...props} />}
      <div class="foot__line">
        {props.items.length === 0 ? (
          <span>{t('hiddenNone')}</span>
        ) : (
          <button
            type="button"
            class="foot__toggle"
            aria-expanded={open}
            aria-controls="hidden-list"
            onClick={() => setOpen(!open)}
          >
            {summary}
            <Icon name="down" />
          </button>
        )}
        <span class="foot__actions">
          {props.items.length > 0 && (
            <button
              type="button"
              class="text-button"
              onClick={() => props.onSetHidden('all', hidden.length === 0)}
            >
              {hidden.length === 0 ? t('actionHideAll') : t('actionShowAll')}
            </button>
          )}
          <button type="button" class="text-button" onClick={props.onTurnOff}>
            {t('hiddenOffHere')}
          </button>
        </span>
      </div>
    </footer>
  );
}

function HiddenList({ items, onSetHidden, onOutline }: Props) {
  const { t, find } = useStrings();
  return (
    <ul class="hidden-list" id="hidden-list" aria-label={t('hiddenListTitle')}>
      {items.map((item) => (
        <li
          key={item.id}
          class="hidden-item"
          data-hidden={item.hidden}
          onMouseEnter={() => onOutline(item.id)}
          onMouseLeave={() => onOutline(null)}
        >
          <div class="hidden-item__words">
            <span class="hidden-item__kind">
              {find(`kind_${item.kind.replaceAll('-', '_')}`) ?? item.kind}
            </span>
            <span class="hidden-item__reason">{find(`clutter_${item.reason}`)}</span>
            {item.text !== '' && (
              <span class="hidden-item__text" dir="auto">
                {item.text}
              </span>
            )}
          </div>
          <button
            type="button"
            class="text-button"
            onClick={() => onSetHidden(item.id, !item.hidden)}
            onFocus={() => onOutline(item.id)}
            onBlur={() => onOutline(null)}
          >
            {item.hidden ? t('actionShow') : t('actionHide')}
          </button>
        </li>
      ))}
    </ul>
  );
}
