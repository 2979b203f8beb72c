import type { ClutterKind, HiddenItem, HiddenWhich } from '../../utils/clutter/types.ts';
import { useStrings } from '../ui/base/strings.ts';

export interface HiddenListProps {
  items: readonly HiddenItem[];
  /** The site's name. */
  host: string;
  onSetHidden: (which: HiddenWhich, hidden: boolean) => void;
  /** Brings an item back for good; of one that a rule of the user's hides, the rule is forgotten. */
  onNeverHide: (id: number) => void;
  /** Outlines the place of an item in the page; null ends it. */
  onOutline: (id: number | null) => void;
}

type Group = { which: ClutterKind | 'own'; items: readonly HiddenItem[] };

/** By kind, in the order in which the kinds were met; the user's own rules first. */
function groupItems(items: readonly HiddenItem[]): Group[] {
  const groups = new Map<ClutterKind | 'own', HiddenItem[]>();
  for (const item of [...items].sort((a, b) => Number(b.rule !== undefined) - Number(a.rule !== undefined))) {
    const which = item.rule === undefined ? item.kind : 'own';
    groups.set(which, [...(groups.get(which) ?? []), item]);
  }
  return [...groups].map(([which, members]) => ({ which, items: members }));
}

/** What was hidden on the page, by kind, each with its reason and the ways back. */
export function HiddenList(props: HiddenListProps) {
  const { t } = useStrings();
  return (
    <section class="hidden-groups" aria-label={t('hiddenListTitle')}>
      {groupItems(props.items).map((group) => (
        <HiddenGroup key={group.which} {...props} {...group} />
      ))}
    </section>
  );
}

function HiddenGroup({ which, items, ...props }: HiddenListProps & Group) {
  const { t, find, number } = useStrings();
  const name =
    which === 'own' ? t('hiddenOwn') : (find(`kind_${which.replaceAll('-', '_')}`) ?? (which as string));
  const isShown = items.every(({ hidden }) => !hidden);
  return (
    <div class="hidden-group">
      <h3 class="hidden-group__head">
        <span class="hidden-group__name">{name}</span>
        {items.length > 1 && <span class="hidden-group__count">{number(items.length)}</span>}
        {items.length > 1 && (
          <button
            type="button"
            class="text-button"
            aria-label={t(isShown ? 'hiddenHideKind' : 'hiddenShowKind', name)}
            onClick={() => props.onSetHidden(which, isShown)}
          >
            {isShown ? t('actionHideAll') : t('actionShowAll')}
          </button>
        )}
      </h3>
      <ul class="hidden-list">
        {items.map((item) => (
          <Item key={item.id} item={item} {...props} />
        ))}
      </ul>
    </div>
  );
}

function Item({
  item,
  host,
  onSetHidden,
  onNeverHide,
  onOutline,
}: { item: HiddenItem } & Omit<HiddenListProps, 'items'>) {
  const { t, find } = useStrings();
  const isOwn = item.rule !== undefined;
  const isClosed = item.hidden && item.wasClosed === true;
  const left = isClosed
    ? t('hiddenWasClosed')
    : item.gaveUp
      ? t('hiddenGaveUp')
      : item.holdsPage && t('hiddenHoldsPage');
  const why = left || find(`clutter_${item.reason}`);
  const outline = { onFocus: () => onOutline(item.id), onBlur: () => onOutline(null) };
  return (
    <li
      class="hidden-item"
      data-hidden={item.hidden}
      onMouseEnter={() => onOutline(item.id)}
      onMouseLeave={() => onOutline(null)}
    >
      <div class="hidden-item__words">
        {item.text !== '' && (
          <span class="hidden-item__text" dir="auto">
            {item.text}
          </span>
        )}
        <span class="hidden-item__reason">{why}</span>
      </div>
      <span class="hidden-item__actions">
        {!isClosed && (
          <button
            type="button"
            class="text-button"
            onClick={() => onSetHidden(item.id, !item.hidden)}
            {...outline}
          >
            {item.hidden ? t('actionShow') : t('actionHide')}
          </button>
        )}
        <button
          type="button"
          class="text-button text-button--quiet"
          {...(isOwn ? {} : { title: t('hiddenNeverLabel', host) })}
          onClick={() => onNeverHide(item.id)}
          {...outline}
        >
          {isOwn ? t('hiddenForget') : t('hiddenNever')}
        </button>
      </span>
    </li>
  );
}
