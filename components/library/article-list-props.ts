import type { ArticleSource, ReadingState } from '../../utils/library/lists/library-place.ts';
import type { SortOrder } from '../../utils/library/user-types.ts';
import type { QueryError } from '../../utils/library/view-types.ts';
import type { Pick } from '../ui/menus/PickPopover.tsx';
import type { LibraryItem } from './ArticleItem.tsx';
import type { ItemActions } from './RowActions.tsx';
import type { BulkActions } from './SelectionBar.tsx';
import type { Completion } from './search/QueryField.tsx';
import type { SearchStarters } from './search/SearchStarts.tsx';

/** What is done to several articles at once, by their ids. */
type OnMany = { [K in keyof BulkActions]: (ids: string[], ...rest: Parameters<BulkActions[K]>) => void };

export interface ArticleListProps extends Omit<ItemActions, 'onShelf'> {
  source: ArticleSource;
  /** What the list is called. */
  name: string;
  /** All ids in order; null until the library has answered for the first time. */
  ids: readonly string[] | null;
  /** A row where it is loaded. */
  itemOf: (id: string) => LibraryItem | null;
  onRange: (from: number, to: number) => void;
  /** How many there are in all, known or not. */
  total: number;
  query: string;
  sort: SortOrder | null;
  /** Only what was read so far is shown; null for all. */
  reading: ReadingState | null;
  errors: readonly QueryError[];
  /** The search whose answer is shown. */
  answered: string;
  /** Nothing held the words as typed; these are likenesses. */
  isForgiving: boolean;
  /** The search index is being built. */
  isBuilding: boolean;
  isFailed: boolean;
  many: OnMany;
  /** Tags and lists with their state among some articles. */
  picksOf: (ids: readonly string[]) => { tags: Pick[]; lists: Pick[] };
  /** Tags that may suit some articles. */
  suggestTags: (ids: string[]) => Promise<string[]>;
  /** `waiting` while an article's text is being downloaded, why that failed, or null. */
  downloadOf: (id: string) => string | null;
  /** Articles whose text is still to be downloaded, of all that are being downloaded. */
  downloadsLeft: number;
  /** Downloads the text of every article that has none. */
  onDownloadAll: () => void;
  onStopDownloads: () => void;
  /** Icon of a site as a local address, or null. */
  iconOf: (host: string) => string | null;
  starters: SearchStarters;
  complete: (query: string, caret: number) => Completion[];
  /** Completions are about to be asked for. */
  onLook: () => void;
  onQuery: (query: string) => void;
  onSort: (sort: SortOrder | null) => void;
  /** Rows of two lines. */
  isCompact: boolean;
  onCompact: (isCompact: boolean) => void;
  /** Opens the window in which addresses are added. */
  onAddLinks: () => void;
  onReading: (reading: ReadingState | null) => void;
  onKeepSearch: (name: string) => void;
  /** Changes what this smart list searches for; null for another list. */
  onChangeSearch: (() => void) | null;
}
