import type { ComponentChildren, RefObject } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import {
  type ArticleSource,
  EVERY_HIGHLIGHT,
  type FixedSource,
  type Place,
  placeOfSource,
} from '../../utils/library/lists/library-place.ts';
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
import { DRAG_TYPE, readDragged } from './ArticleItem.tsx';
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

/** Always shown; the others only if they are not empty. */
const PERMANENT_SOURCES: readonly FixedSource[] = ['inbox', 'archive', 'favourites'];
const OPTIONAL_SOURCES: readonly FixedSource[] = ['incomplete', 'links'];

/** Links to screens other than article lists. */
const SCREENS = {
  highlights: { screen: 'highlights', filter: EVERY_HIGHLIGHT },
  people: { screen: 'people', person: null, filter: '' },
  stories: { screen: 'stories', story: null },
  tags: { screen: 'tags' },
  storage: { screen: 'storage' },
  sync: { screen: 'sync' },
} as const satisfies Record<string, Place>;

/** Maximum number of tags in the navigation; the rest is on the tags page. */
const MAX_TAGS = 12;

export interface RailData {
  counts: Record<FixedSource, number>;
  lists: readonly ListTreeNode[];
  smartLists: readonly (SmartListRow & { count: number | null })[];
  tags: readonly TagCount[];
}

export interface RailActions {
  onGo: (place: Place) => void;
  hrefOfPlace: (place: Place) => string;
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
  place: Place | null;
  /** Null until loaded. */
  data: RailData | null;
  onShortcuts: () => void;
  onOpenOptions: () => void;
  /** Opens the dialog for adding addresses. */
  onAddLinks: () => void;
}

/** The navigation: lists, tags and screens with their counts. */
export function LibraryRail(props: LibraryRailProps) {
  const { place, data } = props;
  const { t, formatNumber } = useStrings();
  const shortcutHints = useShortcutHints();
  const [editedName, setEditedName] = useState<{ what: 'new' | 'list' | 'smart'; id: string | null } | null>(
    null,
  );
  const current = place?.screen === 'articles' ? place.source : null;
  const nav = useRef<HTMLElement>(null);
  useReturnFocus(editedName, ({ what, id }) => {
    const shelf = what === 'smart' ? `smart:${id}` : `list:${id}`;
    return nav.current?.querySelector<HTMLElement>(
      id === null ? '[data-new-list]' : `[data-shelf="${shelf}"] .rail__more`,
    );
  });
  const hasData = data !== null;
  useOverflowMarker(nav, data);
  // In a narrow window the navigation is a scrolling line: keeps the current entry in view.
  useEffect(() => {
    const here = nav.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (here === undefined || nav.current === null || !hasData) return;
    const { left, width } = nav.current.getBoundingClientRect();
    nav.current.scrollLeft += here.left + here.width / 2 - (left + width / 2);
  }, [current, place?.screen, hasData]);
  const fixed = PERMANENT_SOURCES.concat(
    OPTIONAL_SOURCES.filter((source) => (data?.counts[source] ?? 0) > 0),
  );
  const link = (source: ArticleSource) => ({
    shelf: source,
    href: props.hrefOfPlace(placeOfSource(source)),
    isCurrent: current === source,
    onGo: () => props.onGo(placeOfSource(source)),
    onDrop:
      source.startsWith('list:') || source.startsWith('tag:')
        ? (ids: readonly string[]) => props.onDrop(ids, source)
        : null,
  });
  const formatCount = (count: number | null): string =>
    count === null || count === 0 ? '' : formatNumber(count);
  const isEdited = (what: 'new' | 'list' | 'smart', id: string | null): boolean =>
    editedName?.what === what && editedName.id === id;
  const nameField = (onName: (name: string) => void, value = '') => (
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
  const renderNewName = (parentId: string | null) => nameField((name) => props.onCreateList(name, parentId));
  const screen = (name: keyof typeof SCREENS, icon: IconName, label: MessageKey) => {
    const there = SCREENS[name];
    return (
      <RailLink
        icon={icon}
        name={t(label)}
        count=""
        href={props.hrefOfPlace(there)}
        isCurrent={place?.screen === name || (name === 'highlights' && place?.screen === 'review')}
        onGo={() => props.onGo(there)}
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
          {fixed.map((source) => (
            <RailLink
              key={source}
              icon={SOURCE_ICONS[source]}
              name={t(SOURCE_TITLES[source])}
              count={formatCount(data?.counts[source] ?? null)}
              {...link(source)}
            />
          ))}
          {screen('highlights', 'marker', 'libraryHighlighted')}
          {screen('people', 'speakers', 'libraryPeople')}
          {screen('stories', 'story', 'libraryStories')}
        </ul>

        <div class="rail__head">
          <h2>{t('railLists')}</h2>
          <IconButton
            icon="plus"
            label={t('listNew')}
            data-new-list
            onClick={() => setEditedName({ what: 'new', id: null })}
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
              {...link(`list:${list.id}`)}
              nameField={
                isEdited('list', list.id)
                  ? nameField((name) => props.onRenameList(list.id, name), list.name)
                  : null
              }
              below={isEdited('new', list.id) ? renderNewName(list.id) : null}
              actions={[
                { label: t('listRename'), onChoose: () => setEditedName({ what: 'list', id: list.id }) },
                { label: t('listNewInside'), onChoose: () => setEditedName({ what: 'new', id: list.id }) },
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
          {isEdited('new', null) && <li>{renderNewName(null)}</li>}
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
              {...link(`smart:${list.id}`)}
              nameField={
                isEdited('smart', list.id)
                  ? nameField((name) => props.onRenameSmartList(list.id, name), list.name)
                  : null
              }
              actions={[
                { label: t('listRename'), onChoose: () => setEditedName({ what: 'smart', id: list.id }) },
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
            <RailLink key={tag} icon="tag" name={tag} count={formatCount(count)} {...link(`tag:${tag}`)} />
          ))}
          {(data?.tags.length ?? 0) > 0 && screen('tags', 'sliders', 'railAllTags')}
        </ul>
        <ul class="rail__list rail__list--last">
          {screen('sync', 'sync', 'librarySync')}
          {screen('storage', 'disk', 'libraryStorage')}
        </ul>
      </nav>
      <RailFoot {...props} />
    </aside>
  );
}

/** Valid targets for moving a list: not itself, its descendants or its current parent. */
function findMoveTargets(lists: readonly ListTreeNode[], id: string): (ListTreeNode['list'] | null)[] {
  const at = lists.findIndex(({ list }) => list.id === id);
  const moved = lists[at];
  if (moved === undefined) return [];
  const inside = new Set([id]);
  for (const { list, depth } of lists.slice(at + 1)) {
    if (depth <= moved.depth) break;
    inside.add(list.id);
  }
  const others = lists
    .map(({ list }) => list)
    .filter((list) => !inside.has(list.id) && list.id !== moved.list.parentId);
  return moved.list.parentId === null ? others : [null, ...others];
}

interface RailLinkProps {
  icon: IconName;
  /** Identifies the list, so that its row can be found. */
  shelf?: string;
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
  below?: ComponentChildren;
}

/** An entry of the navigation: a link with its count, optionally a menu and a drop target. */
function RailLink(props: RailLinkProps) {
  const { t } = useStrings();
  const [isDraggedOver, setDraggedOver] = useState(false);
  const { onDrop = null, actions = [], nameField = null } = props;
  if (nameField !== null) return <li style={{ '--depth': props.depth ?? 0 }}>{nameField}</li>;
  return (
    <li
      class="rail__item"
      data-shelf={props.shelf}
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
        onDrop(readDragged(event.dataTransfer));
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

/** Rarely used links: below the lists, or in a menu on a narrow window. */
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
            // On a narrow window the navigation has no button for it.
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

/** Tolerance for rounding, in px. */
const ROUNDING = 2;

/**
 * Sets `data-more` (`start`, `end` or `both`) on a line that scrolls sideways, so that its style can fade the side
 * that continues. A scroll bar would need a line of its own.
 *
 * @param content changes when the line's content may have changed
 */
function useOverflowMarker(line: RefObject<HTMLElement | null>, content: unknown): void {
  useEffect(() => {
    const element = line.current;
    if (element === null) return;
    const update = (): void => {
      // Negative in a right-to-left line.
      const before = Math.abs(element.scrollLeft) > ROUNDING;
      const left = element.scrollWidth - element.clientWidth - Math.abs(element.scrollLeft);
      const after = left > ROUNDING;
      const more = before && after ? 'both' : before ? 'start' : after ? 'end' : null;
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
