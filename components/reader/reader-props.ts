import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import type { ReaderPrefs } from '../../utils/settings/reader-prefs.ts';
import type { HighlightActions } from '../highlights/HighlightLayer.tsx';
import type { ReaderHighlight } from '../highlights/use-highlight-ranges.ts';
import type { TextOffsets } from '../highlights/use-selection.ts';
import type { PickerActions, PickerKind, PickerOptions } from '../library/TagListPicker.tsx';
import type { PagesProps } from '../popup/PagesNote.tsx';
import type { CopyFormat } from '../quotes/QuoteMenu.tsx';
import type { QuotePanelProps } from '../quotes/QuotePanel.tsx';
import type { OnThisStoryProps, StoryLineProps } from '../stories/OnThisStory.tsx';
import type { SyncedState } from '../sync/sync-view-types.ts';
import type { UndoBarProps } from '../ui/UndoBar.tsx';
import type { ReadingPosition, ReadingStart } from './hooks/use-reading-progress.ts';

export interface ReaderProps {
  article: ReaderArticle;
  /** The sanitised content with local images. Its nodes are moved into the page, not copied. */
  body: DocumentFragment;
  /** The text, to which the offsets of quotes refer; its paragraphs are separated by `\n\n`. */
  text: string;
  quotes: readonly Quote[];
  voices: readonly QuotedSpeaker[];
  /** A local URL of the lead image; null if there is none, or if the body contains it. */
  leadImageUrl: string | null;
  /** Null if the article is not saved. */
  saved: SavedState | null;
  prefs: ReaderPrefs;
  startAt: ReadingStart;
  /** The progress stored in the library, 0–1. Changes if another device has reported progress. */
  storedProgress: number;
  /** Index of the sentence at which reading aloud last stopped, or null. */
  lastSpokenSentence: number | null;
  libraryHref: string;
  /** The next article in the list that the user came from; null at its end. */
  next: { title: string; href: string } | null;
  /** The message of an error when saving from the reader, or null. */
  saveError: string | null;
  /** The last action that can be undone, or null. */
  undo: UndoBarProps | null;
  onPrefsChange: (prefs: ReaderPrefs) => void;
  onProgress: (progress: number, position: ReadingPosition | null, isLeaving: boolean) => void;
  onSentenceSpoken: (sentence: number | null) => void;
  onFavourite: () => void;
  onArchive: () => void;
  /** Null if the article is not saved. */
  tagsAndLists: TagsAndListsProps | null;
  /** Opens the dialog for editing title, site, author, date and language. */
  onEditDetails: () => void;
  onExport: () => void;
  /** Moves the article to the trash and leaves the reader. */
  onDelete: () => void;
  onSave: () => void;
  onRetryImages: () => void;
  /** Absent or null if the article is not split over several pages. */
  pages?: PagesProps | null;
  highlights: readonly ReaderHighlight[];
  /** Null if the article is not saved, so that highlights cannot be stored. */
  highlightActions: HighlightActions | null;
  onCopyHighlights: () => Promise<boolean>;
  /** Copies part of the text with its citation. */
  onCopyPassage: (offsets: TextOffsets) => Promise<boolean>;
  onCopy: (indices: readonly number[], format?: CopyFormat) => Promise<boolean>;
  onCopyPicture: (picture: Promise<Blob>) => Promise<boolean>;
  onSavePicture: (picture: Blob, name: string) => void;
  onCorrect: QuotePanelProps['onCorrect'];
  /** The number of other saved articles on the article's story, and its page; null if there are none. */
  storyLink: Pick<StoryLineProps, 'href' | 'otherCount'> | null;
  /** These articles and what they lack; null until known, or if there are none. */
  story: OnThisStoryProps | null;
}

/** The article's details, which are shown above its text. */
export interface ReaderArticle {
  title: string;
  siteName: string | null;
  host: string;
  url: string;
  byline: string | null;
  publishedAt: string | null;
  modifiedAt?: string | null;
  excerpt: string | null;
  wordCount: number;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  isPreview: boolean;
}

/** The state of a saved article. */
export interface SavedState {
  /** Unix timestamp in ms. */
  savedAt: number;
  isFavourite: boolean;
  isArchived: boolean;
  imagesTotal: number;
  imagesSaved: number;
  imagesFailed: number;
  /** Absent or null if sync is not set up. */
  synced?: SyncedState | null;
}

/** The tags and lists of the article, and the picker that changes them. */
export interface TagsAndListsProps extends PickerActions {
  /** Display names, as are those of `lists`. */
  tags: readonly string[];
  lists: readonly string[];
  options: PickerOptions;
  /** The open picker and the element below which it opens, or null. */
  open: { kind: PickerKind; anchor: HTMLElement } | null;
  onOpen: (open: { kind: PickerKind; anchor: HTMLElement } | null) => void;
}
