import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useStrings } from '../../ui/base/strings.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { ActionMenu, type MenuAction } from '../../ui/menus/ActionMenu.tsx';
import { readDragged } from '../drag-articles.ts';

interface Props {
  icon: IconName;
  /** Which list it is, so that its row can be found. */
  shelf?: string;
  name: string;
  /** As it is written, or `''`. */
  count: string;
  depth?: number;
  href: string;
  isCurrent: boolean;
  onGo: () => void;
  /** Takes articles that are dropped here; null where none may be. */
  onDrop?: ((ids: readonly string[]) => void) | null;
  actions?: readonly MenuAction[];
  /** Stands in place of the name while it is changed. */
  naming?: ComponentChildren;
  below?: ComponentChildren;
}

/** One list in the rail: a link with its count, perhaps a menu, perhaps a place to drop articles. */
export function RailLink(props: Props) {
  const { t } = useStrings();
  const [over, setOver] = useState(false);
  const { onDrop = null, actions = [], naming = null } = props;
  if (naming !== null) return <li style={{ '--depth': props.depth ?? 0 }}>{naming}</li>;
  return (
    <li
      class="rail__item"
      data-shelf={props.shelf}
      style={{ '--depth': props.depth ?? 0 }}
      data-over={over}
      onDragOver={(event) => {
        if (onDrop === null || event.dataTransfer === null || !hasArticles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (onDrop === null || event.dataTransfer === null) return;
        event.preventDefault();
        onDrop(readDragged(event.dataTransfer));
      }}
    >
      <a
        class="rail__link"
        href={props.href}
        aria-current={props.isCurrent ? 'page' : undefined}
        title={props.name}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          props.onGo();
        }}
      >
        <Icon name={props.icon} />
        <bdi class="rail__name">{props.name}</bdi>
        <span class="rail__count">{props.count}</span>
      </a>
      {actions.length > 0 && (
        <ActionMenu label={t('actionMoreFor', props.name)} actions={actions} class="icon-button rail__more">
          <Icon name="more" />
        </ActionMenu>
      )}
      {props.below}
    </li>
  );
}

function hasArticles(data: DataTransfer): boolean {
  return data.types.includes('application/x-offprint-articles');
}
