import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { Button, SubmitButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { ColourChoice } from './ColourChoice.tsx';
import type { ReaderHighlight } from './use-highlight-ranges.ts';
import './highlight-note.css';

export interface HighlightNoteProps {
  /** Null if the highlight has been deleted meanwhile. */
  highlight: Pick<ReaderHighlight, 'text' | 'note' | 'colour'> | null;
  onColour: (colour: HighlightColour) => void;
  /** Called on every input, because a popup can be closed without notice. */
  onNote: (note: string) => void;
  onDelete: () => void;
  onClose: () => void;
}

/** The popup for a highlight on the current page and its note, which is not written inside the page itself. */
export function HighlightNote({ highlight, onColour, onNote, onDelete, onClose }: HighlightNoteProps) {
  const { t } = useStrings();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const heading = <h1 class="visually-hidden">{t('highlightNote')}</h1>;
  if (highlight === null) {
    return (
      <main class="highlight-note">
        {heading}
        <p class="note">{t('highlightDeleted')}</p>
      </main>
    );
  }
  return (
    <main class="highlight-note">
      {heading}
      <form
        class="highlight-note__form"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onClose();
        }}
      >
        <blockquote class="highlight-note__words" data-colour={highlight.colour} dir="auto">
          {highlight.text}
        </blockquote>
        <textarea
          ref={field}
          class="field highlight-note__field"
          rows={5}
          maxLength={20_000}
          dir={highlight.note === '' ? undefined : 'auto'}
          aria-label={t('highlightNote')}
          placeholder={t('highlightNotePlaceholder')}
          defaultValue={highlight.note}
          onInput={(event) => onNote(event.currentTarget.value)}
        />
        <div class="highlight-note__foot">
          <ColourChoice colour={highlight.colour} onColour={onColour} />
          <Button onClick={onDelete}>{t('actionDelete')}</Button>
          <SubmitButton>{t('actionDone')}</SubmitButton>
        </div>
      </form>
    </main>
  );
}
