import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { formatBytes } from '../ui/base/format.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useReturnFocus } from '../ui/hooks/use-return-focus.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { ExportKind, ScopeChoice, WriteState, WrittenFacts } from './transfer-types.ts';

const KINDS: readonly ExportKind[] = [
  'markdown',
  'epub',
  'html',
  'articlesCsv',
  'quotesCsv',
  'quotesMarkdown',
  'bibtex',
  'csl',
  'ris',
  'wallabag',
  'karakeep',
  'bookmarks',
];

/** Parts of the library's articles. Each has a name `exportPart_<part>` in `locales`. */
type ExportPart = 'texts' | 'pictures' | 'speakers' | 'tags' | 'lists' | 'state' | 'highlights' | 'progress';

const READING: readonly ExportPart[] = ['speakers', 'tags', 'lists', 'state', 'progress'];
const REFERENCES: readonly ExportPart[] = ['texts', 'pictures', 'speakers', 'lists', 'state', 'progress'];
const QUOTES: readonly ExportPart[] = [
  'texts',
  'pictures',
  'tags',
  'lists',
  'state',
  'highlights',
  'progress',
];

/** What each format does not contain; `docs/formats.md` has the counts. */
export const LACKS: Readonly<Record<ExportKind, readonly ExportPart[]>> = {
  markdown: ['speakers'],
  epub: READING,
  html: READING,
  articlesCsv: ['texts', 'pictures', 'speakers', 'highlights'],
  quotesCsv: QUOTES,
  quotesMarkdown: QUOTES,
  bibtex: REFERENCES,
  csl: REFERENCES,
  ris: REFERENCES,
  wallabag: ['pictures', 'speakers', 'progress'],
  karakeep: ['pictures', 'speakers', 'progress'],
  bookmarks: ['texts', 'pictures', 'speakers', 'highlights', 'progress'],
};

/** Formats for reading, in which highlights and notes can be left out. */
const OPTIONAL_HIGHLIGHTS: readonly ExportKind[] = ['epub', 'html'];

const GROUPS: readonly (readonly [ScopeChoice['group'], MessageKey])[] = [
  ['views', 'exportViews'],
  ['lists', 'exportLists'],
  ['tags', 'exportTags'],
];

export interface ExportOptions {
  /** Always true for formats in which they can't be left out. */
  withHighlights: boolean;
  /** Writes the list of articles for Excel. */
  forExcel: boolean;
}

interface Props extends WriteState {
  /** Null until loaded. */
  scopes: readonly ScopeChoice[] | null;
  /** Preselected before the page was opened, such as a selection in the library. */
  initialScope: string;
  onExport: (kind: ExportKind, scope: ScopeChoice, options: ExportOptions) => void;
  onCancel: () => void;
}

/** Chooses what to export and in which format. */
export function ExportForm({ scopes, initialScope, onExport, ...writing }: Props) {
  const { t, find, count, formatNumber } = useStrings();
  const [kind, setKind] = useState<ExportKind>('markdown');
  const [value, setValue] = useState(initialScope);
  const [withHighlights, setHighlights] = useState(true);
  const [forExcel, setForExcel] = useState(false);
  const start = useRef<HTMLButtonElement>(null);
  useReturnFocus(writing.writing, () => start.current);
  if (scopes === null) return null;
  const scope = scopes.find((one) => one.value === value) ?? scopes[0];
  if (scope === undefined || scopes.every((one) => one.count === 0)) {
    return <p class="note">{t('exportNothing')}</p>;
  }
  const isWithout = OPTIONAL_HIGHLIGHTS.includes(kind) && !withHighlights;
  const lacks: readonly ExportPart[] = isWithout ? [...LACKS[kind], 'highlights'] : LACKS[kind];
  return (
    <form
      class="export"
      onSubmit={(event) => {
        event.preventDefault();
        onExport(kind, scope, { withHighlights: !isWithout, forExcel });
      }}
    >
      <label class="export__scope">
        <span>{t('exportScope')}</span>
        <select value={scope.value} onChange={(event) => setValue(event.currentTarget.value)}>
          {GROUPS.map(([group, name]) => {
            const inside = scopes.filter((one) => one.group === group);
            if (inside.length === 0) return null;
            return (
              <optgroup key={group} label={t(name)}>
                {inside.map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.saysCount === true ? one.name : `${one.name} (${formatNumber(one.count)})`}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
      </label>
      <fieldset class="formats">
        <legend>{t('exportAs')}</legend>
        {KINDS.map((one) => (
          <label key={one} class="format">
            <input
              type="radio"
              name="export-format"
              value={one}
              checked={kind === one}
              aria-describedby={kind === one ? 'export-lacks' : undefined}
              onChange={() => setKind(one)}
            />
            <span>
              <span class="format__name">{find(`exportFormat_${one}`)}</span>
              <span class="format__hint">{find(`exportFormat_${one}Text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {OPTIONAL_HIGHLIGHTS.includes(kind) && (
        <label class="format">
          <input
            type="checkbox"
            checked={withHighlights}
            onChange={(event) => setHighlights(event.currentTarget.checked)}
          />
          <span>{t('exportHighlights')}</span>
        </label>
      )}
      {kind === 'articlesCsv' && (
        <label class="format">
          <input
            type="checkbox"
            checked={forExcel}
            onChange={(event) => setForExcel(event.currentTarget.checked)}
          />
          <span>{t('exportForExcel')}</span>
        </label>
      )}
      <p class="note" id="export-lacks">
        {t('exportLacks', lacks.map((part) => t(`exportPart_${part}`)).join(' · '))}
      </p>
      <Writing
        {...writing}
        label={t('exportWriting')}
        start={
          <Button type="submit" ref={start} disabled={scope.count === 0}>
            {count('exportStart', scope.count)}
          </Button>
        }
      />
    </form>
  );
}

interface WritingProps extends WriteState {
  /** The name of the progress bar. */
  label: string;
  /** The button that starts writing. */
  start: ComponentChild;
  onCancel: () => void;
}

/** The button that starts writing a file or, meanwhile, the progress; then the result. */
export function Writing({ writing, written, failure, label, start, onCancel }: WritingProps) {
  const { t, formatNumber } = useStrings();
  if (writing !== null) {
    return (
      <>
        <ProgressBar label={label} fraction={writing.done / Math.max(1, writing.total)} />
        <p class="transfer-card__line transfer-card__amount">
          {t('importOf', formatNumber(writing.done), formatNumber(writing.total))}
        </p>
        <Button onClick={onCancel}>{t('actionCancel')}</Button>
      </>
    );
  }
  return (
    <>
      {start}
      {written !== null && <Written written={written} />}
      {failure !== null && (
        <p class="transfer-bad" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

/** Announces that a file was written. */
function Written({ written }: { written: WrittenFacts }) {
  const { count, locale } = useStrings();
  const announce = useAnnounce();
  const size = formatBytes(written.bytes, locale);
  const words = count('exportWritten', written.articles, written.fileName, size);
  useEffect(() => announce(words), [written]);
  return <p class="transfer-good">{words}</p>;
}
