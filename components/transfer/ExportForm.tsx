import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { formatBytes } from '../ui/base/format.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useReturnFocus } from '../ui/hooks/use-return-focus.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { ExportFormat, ScopeChoice, WriteState, WrittenFile } from './transfer-types.ts';

const FORMATS: readonly ExportFormat[] = [
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

/** A part of an article that some formats omit. Each needs a message `exportPart_<part>`. */
type ExportPart = 'texts' | 'pictures' | 'speakers' | 'tags' | 'lists' | 'state' | 'highlights' | 'progress';

const OMITTED_FROM_BOOKS: readonly ExportPart[] = ['speakers', 'tags', 'lists', 'state', 'progress'];
const OMITTED_FROM_REFERENCES: readonly ExportPart[] = [
  'texts',
  'pictures',
  'speakers',
  'lists',
  'state',
  'progress',
];
const OMITTED_FROM_QUOTES: readonly ExportPart[] = [
  'texts',
  'pictures',
  'tags',
  'lists',
  'state',
  'highlights',
  'progress',
];

/** The parts that each format omits; see `docs/formats.md`. */
export const OMITTED_PARTS: Readonly<Record<ExportFormat, readonly ExportPart[]>> = {
  markdown: ['speakers'],
  epub: OMITTED_FROM_BOOKS,
  html: OMITTED_FROM_BOOKS,
  articlesCsv: ['texts', 'pictures', 'speakers', 'highlights'],
  quotesCsv: OMITTED_FROM_QUOTES,
  quotesMarkdown: OMITTED_FROM_QUOTES,
  bibtex: OMITTED_FROM_REFERENCES,
  csl: OMITTED_FROM_REFERENCES,
  ris: OMITTED_FROM_REFERENCES,
  wallabag: ['pictures', 'speakers', 'progress'],
  karakeep: ['pictures', 'speakers', 'progress'],
  bookmarks: ['texts', 'pictures', 'speakers', 'highlights', 'progress'],
};

/** Formats in which highlights and notes are optional. */
const OPTIONAL_HIGHLIGHTS: readonly ExportFormat[] = ['epub', 'html'];

const SCOPE_GROUPS: readonly (readonly [ScopeChoice['group'], MessageKey])[] = [
  ['views', 'exportViews'],
  ['lists', 'exportLists'],
  ['tags', 'exportTags'],
];

export interface ExportOptions {
  /** Whether highlights are included; always true for formats in which they are not optional. */
  withHighlights: boolean;
  /** Whether the CSV of articles is written in the variant for Excel (UTF-16 with tabs). */
  forExcel: boolean;
}

interface Props extends WriteState {
  /** Null until loaded. */
  scopes: readonly ScopeChoice[] | null;
  /** The value of the preselected scope, such as a selection made in the library. */
  initialScope: string;
  onExport: (kind: ExportFormat, scope: ScopeChoice, options: ExportOptions) => void;
  onCancel: () => void;
}

/** A form for choosing what to export and in which format. */
export function ExportForm({ scopes, initialScope, onExport, ...progress }: Props) {
  const { t, find, count, formatNumber } = useStrings();
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const [value, setValue] = useState(initialScope);
  const [withHighlights, setHighlights] = useState(true);
  const [forExcel, setForExcel] = useState(false);
  const start = useRef<HTMLButtonElement>(null);
  useReturnFocus(progress.progress, () => start.current);
  if (scopes === null) return null;
  const scope = scopes.find((choice) => choice.value === value) ?? scopes[0];
  if (scope === undefined || scopes.every((choice) => choice.count === 0)) {
    return <p class="note">{t('exportNothing')}</p>;
  }
  const omitsHighlights = OPTIONAL_HIGHLIGHTS.includes(format) && !withHighlights;
  const omittedParts: readonly ExportPart[] = omitsHighlights
    ? [...OMITTED_PARTS[format], 'highlights']
    : OMITTED_PARTS[format];
  return (
    <form
      class="export"
      onSubmit={(event) => {
        event.preventDefault();
        onExport(format, scope, { withHighlights: !omitsHighlights, forExcel });
      }}
    >
      <label class="export__scope">
        <span>{t('exportScope')}</span>
        <select value={scope.value} onChange={(event) => setValue(event.currentTarget.value)}>
          {SCOPE_GROUPS.map(([group, name]) => {
            const groupScopes = scopes.filter((choice) => choice.group === group);
            if (groupScopes.length === 0) return null;
            return (
              <optgroup key={group} label={t(name)}>
                {groupScopes.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.nameIncludesCount === true
                      ? choice.name
                      : `${choice.name} (${formatNumber(choice.count)})`}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
      </label>
      <fieldset class="formats">
        <legend>{t('exportAs')}</legend>
        {FORMATS.map((option) => (
          <label key={option} class="format">
            <input
              type="radio"
              name="export-format"
              value={option}
              checked={format === option}
              aria-describedby={format === option ? 'export-lacks' : undefined}
              onChange={() => setFormat(option)}
            />
            <span>
              <span class="format__name">{find(`exportFormat_${option}`)}</span>
              <span class="format__hint">{find(`exportFormat_${option}Text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {OPTIONAL_HIGHLIGHTS.includes(format) && (
        <label class="format">
          <input
            type="checkbox"
            checked={withHighlights}
            onChange={(event) => setHighlights(event.currentTarget.checked)}
          />
          <span>{t('exportHighlights')}</span>
        </label>
      )}
      {format === 'articlesCsv' && (
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
        {t('exportLacks', omittedParts.map((part) => t(`exportPart_${part}`)).join(' · '))}
      </p>
      <FileWriter
        {...progress}
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

interface FileWriterProps extends WriteState {
  /** The accessible name of the progress bar. */
  label: string;
  /** The button that starts writing. */
  start: ComponentChild;
  onCancel: () => void;
}

/** Shows the start button and the last result or, while a file is being written, the progress. */
export function FileWriter({ progress, written, failure, label, start, onCancel }: FileWriterProps) {
  const { t, formatNumber } = useStrings();
  if (progress !== null) {
    return (
      <>
        <ProgressBar label={label} fraction={progress.done / Math.max(1, progress.total)} />
        <p class="transfer-card__line transfer-card__amount">
          {t('importOf', formatNumber(progress.done), formatNumber(progress.total))}
        </p>
        <Button onClick={onCancel}>{t('actionCancel')}</Button>
      </>
    );
  }
  return (
    <>
      {start}
      {written !== null && <WrittenMessage written={written} />}
      {failure !== null && (
        <p class="transfer-bad" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

/** Shows and announces that a file was written. */
function WrittenMessage({ written }: { written: WrittenFile }) {
  const { count, locale } = useStrings();
  const announce = useAnnounce();
  const size = formatBytes(written.bytes, locale);
  const message = count('exportWritten', written.articles, written.fileName, size);
  useEffect(() => announce(message), [written]);
  return <p class="transfer-good">{message}</p>;
}
