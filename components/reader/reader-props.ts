import type { SaidIn } from '../../utils/library/view-types.ts';
import type { Quote, Voice } from '../../utils/quotes/types.ts';
import type { ReaderPrefs } from '../../utils/settings/reader-prefs.ts';
import type { HighlightActions } from '../highlights/HighlightLayer.tsx';
import type { TextPlace } from '../highlights/selection-place.ts';
import type { ReaderHighlight } from '../highlights/use-highlight-ranges.ts';
import type { PagesProps } from '../popup/PagesNote.tsx';
import type { CopyFormat } from '../quotes/copy-formats.ts';
import type { QuotePanelProps } from '../quotes/QuotePanel.tsx';
import type { ReadingPlace } from './hooks/reading-place.ts';
import type { ReadingStart } from './hooks/use-reading-progress.ts';
import type { ReaderArticle, SavedState } from './ReaderHead.tsx';
import type { ReaderShelfProps } from './ReaderShelf.tsx';

export interface ReaderProps {
  article: ReaderArticle;
  body: DocumentFragment;
  /** Paragraphs parted by `\n\n`; quote offsets point into it. */
  text: string;
  quotes: readonly Quote[];
  voices: readonly Voice[];
  /** The lead picture, where the body does not have it. */
  leadImageUrl: string | null;
  saved: SavedState | null;
  prefs: ReaderPrefs;
  startAt: ReadingStart;
  /** How far the library says that the user is by now, 0–1: they may have read on on another device. */
  keptProgress: number;
  /** The sentence where the user stopped listening the last time, or null. */
  spokenAt: number | null;
  libraryHref: string;
  /** The article after this one in the list the user came from; null at its end. */
  next: { title: string; href: string } | null;
  /** How a save from here failed, or null. */
  saveError: string | null;
  /** What was done last and can be taken back, or null. */
  undo: { message: string; onUndo: (() => void) | null; onDismiss: () => void } | null;
  onPrefs: (prefs: ReaderPrefs) => void;
  onProgress: (progress: number, place: ReadingPlace | null, isLeaving: boolean) => void;
  onSpoken: (message: number | null) => void;
  onFavourite: () => void;
  onArchive: () => void;
  /** Tags and lists; null where the article is not saved. */
  shelf: ReaderShelfProps | null;
  /** Opens the window in which title, site, author, date and language are edited. */
  onEditDetails: () => void;
  /** Moves the article to the trash and leaves the reader. */
  onDelete: () => void;
  onSave: () => void;
  onRetryImages: () => void;
  /** Where the article is split over several pages. */
  pages?: PagesProps | null;
  highlights: readonly ReaderHighlight[];
  /** Null where nothing can be kept, as in a page that is not saved. */
  highlightActions: HighlightActions | null;
  onCopyHighlights: () => Promise<boolean>;
  /** Copies words of the text with their citation. */
  onCopyWords: (place: TextPlace) => Promise<boolean>;
  onCopy: (indices: readonly number[], format?: CopyFormat) => Promise<boolean>;
  onCopyPicture: (picture: Promise<Blob>) => Promise<boolean>;
  onSavePicture: (picture: Blob, name: string) => void;
  onCorrect: QuotePanelProps['onCorrect'];
  /** The same words in other saved articles, by index of the quote; none where the article is not saved. */
  elsewhere: ReadonlyMap<number, readonly SaidIn[]>;
  /** When the article's quotes were said, as near as is known; milliseconds since 1970. */
  saidAt: number;
  hrefOfQuote: (articleId: string, quote: number) => string;
}
