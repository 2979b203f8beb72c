import type { ComponentChildren, RefObject } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import {
  type ArticleSource,
  DEFAULT_HIGHLIGHT_FILTER,
  type FixedSource,
  type LibraryLocation,
  locationOfSource,
} from '../../utils/library/lists/library-location.ts';
import type { SmartListRow } from '../../utils/library/user-types.ts';
import type { ListTreeNode, TagCount } from '../../utils/library/view-types.ts';
import { IconButton } from '../ui/Button.tsx';
import { PhoneContext } from '../ui/base/phone.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useReturnFocus } from '../ui/hooks/use-return-focus.ts';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { ActionMenu, type MenuAction } from '../ui/menus/ActionMenu.tsx';
import { NameField } from '../ui/NameField.tsx';
import { PageLink } from '../ui/PageHead.tsx';
import { DRAG_TYPE, readDragData } from './ArticleItem.tsx';
import './rail.css';

export const SOURCE_TITLES: Record<FixedSource, MessageKey> = {
  inbox: 'libraryInbox',
  favourites: 'libraryFavourites',
  archive: 'libraryArchive',
  incomplete: 'libraryIncomplete',
  links: 'libraryLinks',
};

const SOURCE_ICONS: Record<FixedSource, IconName> = {
  inbox: 'inbox',
  favourites: 'star',
  archive: 'archive',
  incomplete: 'warning',
  links: 'link',
};

/** Lists that are always shown. */
const PERMANENT_SOURCES: readonly FixedSource[] = ['inbox', 'archive', 'favourites'];
/** Lists that are shown only if they are not empty. */
const OPTIONAL_SOURCES: readonly FixedSource[] = ['incomplete', 'links'];

/** Links to screens other than article lists. */
const SCREENS = {
  highlights: { screen: 'highlights', filter: DEFAULT_HIGHLIGHT_FILTER },
  people: { screen: 'people', person: null, filter: '' },
  stories: { screen: 'stories', story: null },
  tags: { screen: 'tags' },
  storage: { screen: 'storage' },
  sync: { screen: 'sync' },
} as const satisfies Record<string, LibraryLocation>;

/** Maximum number of tags in the navigation. The tags page lists all. */
const MAX_TAGS = 12;

export interface RailData {
  counts: Record<FixedSource, number>;
  lists: readonly ListTreeNode[];
  smartLists: readonly (SmartListRow & { count: number | null })[];
  tags: readonly TagCount[];
}

export interface RailActions {
  onGo: (place: LibraryLocation) => void;
  hrefOfPlace: (place: LibraryLocation) => string;
  onCreateList: (name: string, parentId: string | null) => void;
  onRenameList: (id: string, name: string) => void;
  onMoveList: (id: string, parentId: string | null) => void;
  onRemoveList: (id: string) => void;
  onRenameSmartList: (id: string, name: string) => void;
  /** Opens the dialog for editing a smart list's search. */
  onChangeSearch: (id: string) => void;
  onRemoveSmartList: (id: string) => void;
  /** Called when articles are dropped on a list or tag. */
  onDrop: (ids: readonly string[], source: ArticleSource) => void;
}

export interface LibraryRailProps extends RailActions {
  /** The current place; null while searching everything. */
  place: LibraryLocation | null;
  /** Null until loaded. */
  data: RailData | null;
  onShortcuts: () => void;
  onOpenOptions: () => void;
  /** Opens the dialog for adding addresses. */
  onAddLinks: () => void;
}

/** The name that is being edited: that of a new list in the list `id` (null for the top level), or of a list. */
interface EditedName {
  kind: 'new' | 'list' | 'smart';
  id: string | null;
}

/** The navigation: lists and tags with their counts, and other screens. */
export function LibraryRail(props: LibraryRailProps) {
  const { place, data } = props;
  const { t, formatNumber } = useStrings();
  const shortcutHints = useShortcutHints();
  const [editedName, setEditedName] = useState<EditedName | null>(null);
  const current = place?.screen === 'articles' ? place.source : null;
  const nav = useRef<HTMLElement>(null);
  useReturnFocus(editedName, ({ kind, id }) => {
    const source = kind === 'smart' ? `smart:${id}` : `list:${id}`;
    return nav.current?.querySelector<HTMLElement>(
      id === null ? '[data-new-list]' : `[data-shelf="${source}"] .rail__more`,
    );
  });
  const hasData = data !== null;
  useOverflowMarker(nav, data);
  // In a narrow window, the navigation scrolls sideways. Centres the current entry.
  useEffect(() => {
    const currentRect = nav.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (currentRect === undefined || nav.current === null || !hasData) return;
    const { left, width } = nav.current.getBoundingClientRect();
    nav.current.scrollLeft += currentRect.left + currentRect.width / 2 - (left + width / 2);
  }, [current, place?.screen, hasData]);
  const fixedSources = PERMANENT_SOURCES.concat(
    OPTIONAL_SOURCES.filter((source) => (data?.counts[source] ?? 0) > 0),
  );
  const getLinkProps = (source: ArticleSource) => ({
    source,
    href: props.hrefOfPlace(locationOfSource(source)),
    isCurrent: current === source,
    onGo: () => props.onGo(locationOfSource(source)),
    onDrop:
      source.startsWith('list:') || source.startsWith('tag:')
        ? (ids: readonly string[]) => props.onDrop(ids, source)
        : null,
  });
  const formatCount = (count: number | null): string =>
    count === null || count === 0 ? '' : formatNumber(count);
  const isEdited = (kind: EditedName['kind'], id: string | null): boolean =>
    editedName?.kind === kind && editedName.id === id;
  const renderNameField = (onName: (name: string) => void, value = '') => (
    <NameField
      label={t('listName')}
      value={value}
      onSave={(name) => {
        setEditedName(null);
        onName(name);
      }}
      onCancel={() => setEditedName(null)}
    />
  );
  const renderNewListField = (parentId: string | null) =>
    renderNameField((name) => props.onCreateList(name, parentId));
  const renderScreenLink = (name: keyof typeof SCREENS, icon: IconName, label: MessageKey) => {
    const target = SCREENS[name];
    return (
      <RailLink
        icon={icon}
        name={t(label)}
        count=""
        href={props.hrefOfPlace(target)}
        isCurrent={place?.screen === name}
        onGo={() => props.onGo(target)}
      />
    );
  };
  return (
    <aside class="rail">
      <p class="rail__brand">
        <Logo />
        {t('appName')}
      </p>
      <button
        type="button"
        class="rail__link rail__add"
        title={shortcutHints.tooltip(t('addLinks'), 'a')}
        aria-keyshortcuts={shortcutHints.ariaShortcut('a')}
        onClick={props.onAddLinks}
      >
        <Icon name="plus" />
        {t('addLinks')}
      </button>
      <nav class="rail__nav" aria-label={t('libraryRail')} ref={nav}>
        <ul class="rail__list">
          {fixedSources.map((source) => (
            <RailLink
              key={source}
              icon={SOURCE_ICONS[source]}
              name={t(SOURCE_TITLES[source])}
              count={formatCount(data?.counts[source] ?? null)}
              {...getLinkProps(source)}
            />
          ))}
          {renderScreenLink('highlights', 'marker', 'libraryHighlighted')}
          {renderScreenLink('people', 'speakers', 'libraryPeople')}
          {renderScreenLink('stories', 'story', 'libraryStories')}
        </ul>

        <div class="rail__head">
          <h2>{t('railLists')}</h2>
          <IconButton
            icon="plus"
            label={t('listNew')}
            data-new-list
            onClick={() => setEditedName({ kind: 'new', id: null })}
          />
        </div>
        <ul class="rail__list">
          {data?.lists.map(({ list, depth, count }) => (
            <RailLink
              key={list.id}
              icon="list"
              name={list.name}
              count={formatCount(count)}
              depth={depth}
              {...getLinkProps(`list:${list.id}`)}
              nameField={
                isEdited('list', list.id)
                  ? renderNameField((name) => props.onRenameList(list.id, name), list.name)
                  : null
              }
              below={isEdited('new', list.id) ? renderNewListField(list.id) : null}
              actions={[
                { label: t('listRename'), onChoose: () => setEditedName({ kind: 'list', id: list.id }) },
                { label: t('listNewInside'), onChoose: () => setEditedName({ kind: 'new', id: list.id }) },
                ...findMoveTargets(data.lists, list.id).map((target) => ({
                  label: target === null ? t('listMoveTop') : t('listMoveInto', target.name),
                  onChoose: () => props.onMoveList(list.id, target?.id ?? null),
                })),
                {
                  label: t('actionDelete'),
                  isDestructive: true,
                  onChoose: () => props.onRemoveList(list.id),
                },
              ]}
            />
          ))}
          {isEdited('new', null) && <li>{renderNewListField(null)}</li>}
          {data?.lists.length === 0 && editedName === null && (
            <li class="rail__hint">{t('railListsHint')}</li>
          )}
        </ul>

        {(data?.smartLists.length ?? 0) > 0 && <h2 class="rail__head">{t('railSmartLists')}</h2>}
        <ul class="rail__list">
          {data?.smartLists.map((list) => (
            <RailLink
              key={list.id}
              icon="filter"
              name={list.name}
              count={formatCount(list.count)}
              {...getLinkProps(`smart:${list.id}`)}
              nameField={
                isEdited('smart', list.id)
                  ? renderNameField((name) => props.onRenameSmartList(list.id, name), list.name)
                  : null
              }
              actions={[
                { label: t('listRename'), onChoose: () => setEditedName({ kind: 'smart', id: list.id }) },
                { label: t('smartSearchChange'), onChoose: () => props.onChangeSearch(list.id) },
                {
                  label: t('actionDelete'),
                  isDestructive: true,
                  onChoose: () => props.onRemoveSmartList(list.id),
                },
              ]}
            />
          ))}
        </ul>

        {(data?.tags.length ?? 0) > 0 && <h2 class="rail__head">{t('railTags')}</h2>}
        <ul class="rail__list">
          {data?.tags.slice(0, MAX_TAGS).map(({ tag, count }) => (
            <RailLink
              key={tag}
              icon="tag"
              name={tag}
              count={formatCount(count)}
              {...getLinkProps(`tag:${tag}`)}
            />
          ))}
          {(data?.tags.length ?? 0) > 0 && renderScreenLink('tags', 'sliders', 'railAllTags')}
        </ul>
        <ul class="rail__list rail__list--last">
          {renderScreenLink('sync', 'sync', 'librarySync')}
          {renderScreenLink('storage', 'disk', 'libraryStorage')}
        </ul>
      </nav>
      <RailFoot {...props} />
    </aside>
  );
}

/** Returns the lists that a list can be moved into: not itself, its descendants or its parent. Null: the top level. */
function findMoveTargets(lists: readonly ListTreeNode[], id: string): (ListTreeNode['list'] | null)[] {
  const index = lists.findIndex(({ list }) => list.id === id);
  const moved = lists[index];
  if (moved === undefined) return [];
  const excludedIds = new Set([id]);
  for (const { list, depth } of lists.slice(index + 1)) {
    if (depth <= moved.depth) break;
    excludedIds.add(list.id);
  }
  const others = lists
    .map(({ list }) => list)
    .filter((list) => !excludedIds.has(list.id) && list.id !== moved.list.parentId);
  return moved.list.parentId === null ? others : [null, ...others];
}

interface RailLinkProps {
  icon: IconName;
  /** Set as `data-shelf`, so that the entry can be found. */
  source?: string;
  name: string;
  /** The formatted count, or `''`. */
  count: string;
  depth?: number;
  href: string;
  isCurrent: boolean;
  onGo: () => void;
  /** Called with dropped articles; null if dropping is not allowed. */
  onDrop?: ((ids: readonly string[]) => void) | null;
  actions?: readonly MenuAction[];
  /** Replaces the name while it is being edited. */
  nameField?: ComponentChildren;
  /** Shown below the link. */
  below?: ComponentChildren;
}

/** An entry of the navigation: a link with its count, which can have a menu and be a drop target. */
function RailLink(props: RailLinkProps) {
  const { t } = useStrings();
  const [isDraggedOver, setDraggedOver] = useState(false);
  const { onDrop = null, actions = [], nameField = null } = props;
  if (nameField !== null) return <li style={{ '--depth': props.depth ?? 0 }}>{nameField}</li>;
  return (
    <li
      class="rail__item"
      data-shelf={props.source}
      style={{ '--depth': props.depth ?? 0 }}
      data-over={isDraggedOver}
      onDragOver={(event) => {
        if (onDrop === null || event.dataTransfer === null || !hasArticles(event.dataTransfer)) return;
        event.preventDefault();
        setDraggedOver(true);
      }}
      onDragLeave={() => setDraggedOver(false)}
      onDrop={(event) => {
        setDraggedOver(false);
        if (onDrop === null || event.dataTransfer === null) return;
        event.preventDefault();
        onDrop(readDragData(event.dataTransfer));
      }}
    >
      <PageLink
        class="rail__link"
        href={props.href}
        aria-current={props.isCurrent ? 'page' : undefined}
        title={props.name}
        onNavigate={props.onGo}
      >
        <Icon name={props.icon} />
        <bdi class="rail__name">{props.name}</bdi>
        <span class="rail__count">{props.count}</span>
      </PageLink>
      {actions.length > 0 && (
        <ActionMenu label={t('actionMoreFor', props.name)} actions={actions} class="icon-button rail__more" />
      )}
      {props.below}
    </li>
  );
}

function hasArticles(data: DataTransfer): boolean {
  return data.types.includes(DRAG_TYPE);
}

/** Rarely used links: at the bottom of the navigation, or in a menu if the window is narrow. */
function RailFoot({ onShortcuts, onOpenOptions, onAddLinks }: LibraryRailProps) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const isPhone = useContext(PhoneContext);
  return (
    <div class="rail__foot">
      <a class="rail__link" href="transfer.html">
        <Icon name="transfer" />
        {t('transferTitle')}
      </a>
      {!isPhone && (
        <button
          type="button"
          class="rail__link"
          title={shortcutHints.tooltip(t('shortcutsOpen'), '?')}
          aria-keyshortcuts={shortcutHints.ariaShortcut('?')}
          onClick={onShortcuts}
        >
          <Icon name="keyboard" />
          {t('shortcutsOpen')}
        </button>
      )}
      <button type="button" class="rail__link" onClick={onOpenOptions}>
        <Icon name="sliders" />
        {t('actionOptions')}
      </button>
      <span class="rail__menu">
        <ActionMenu
          label={t('actionMore')}
          actions={[
            // If the window is narrow, the button above the navigation is hidden.
            { label: t('addLinks'), icon: 'plus', onChoose: onAddLinks },
            { label: t('transferTitle'), icon: 'transfer', onChoose: () => location.assign('transfer.html') },
            !isPhone && { label: t('shortcutsOpen'), icon: 'keyboard', onChoose: onShortcuts },
            { label: t('actionOptions'), icon: 'sliders', onChoose: onOpenOptions },
          ]}
        />
      </span>
    </div>
  );
}

/** Tolerance for rounded scroll positions. */
const SCROLL_TOLERANCE_PX = 2;

/**
 * Sets `data-more` (`start`, `end` or `both`) on an element that scrolls sideways, so that its style can fade the sides
 * on which content is hidden. A scroll bar would take up a line.
 *
 * @param content any value that changes whenever the element's content may have changed
 */
function useOverflowMarker(scroller: RefObject<HTMLElement | null>, content: unknown): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const update = (): void => {
      // `scrollLeft` is negative in right-to-left layouts.
      const hasBefore = Math.abs(element.scrollLeft) > SCROLL_TOLERANCE_PX;
      const remaining = element.scrollWidth - element.clientWidth - Math.abs(element.scrollLeft);
      const hasAfter = remaining > SCROLL_TOLERANCE_PX;
      const more = hasBefore && hasAfter ? 'both' : hasBefore ? 'start' : hasAfter ? 'end' : null;
      if (more === null) delete element.dataset.more;
      else element.dataset.more = more;
    };
    update();
    const onResize = new ResizeObserver(update);
    onResize.observe(element);
    element.addEventListener('scroll', update, { passive: true });
    return () => {
      onResize.disconnect();
      element.removeEventListener('scroll', update);
    };
  }, [content]);
}
