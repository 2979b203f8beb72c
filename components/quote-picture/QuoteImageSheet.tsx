import { useEffect, useRef } from 'preact/hooks';
import { formatQuotedText, formatSpeaker } from '../../utils/quotes/cite/cite-quote.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { makeFileName } from '../../utils/transfer/export/file-name.ts';
import { sanitiseLine, sanitiseLineOrNull } from '../../utils/transfer/export/sanitise-text.ts';
import { PrimaryButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { type CardText, drawQuoteCard, QUOTE_FONT } from './draw-quote-card.ts';
import './quote-image.css';

/** Where the quote is from, as shown on the card. */
export interface QuoteSource {
  title: string;
  /** Site and date, if known. */
  source: string;
  /** The outer quotation marks of the article's language. */
  quotationMarks: readonly [open: string, close: string];
  dir: 'ltr' | 'rtl';
}

interface Props {
  quote: Quote;
  /** Index of the speaker's colour; see `SpeakerColours`. */
  colourIndex: number;
  source: QuoteSource;
  /** Copies the image to the clipboard; false if the browser refused. */
  onCopy: (picture: Promise<Blob>) => Promise<boolean>;
  onSave: (picture: Blob, name: string) => void;
  onClose: () => void;
}

/** Maximum length of the file name without its extension, in characters. */
const MAX_NAME_LENGTH = 48;

/** Creates a file name of the speaker (or title) and the beginning of the quote, valid on every operating system. */
function makeImageFileName(quote: Quote, title: string): string {
  const text = `${quote.resolvedSpeaker ?? title} ${quote.text}`.normalize('NFC').toLowerCase();
  const plain = text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+/, '');
  return makeFileName([...plain].slice(0, MAX_NAME_LENGTH).join('').replace(/-+$/, '') || 'quote', 'png');
}

function toPngBlob(canvas: HTMLCanvasElement | null): Promise<Blob> {
  return new Promise((resolve, reject) => {
    if (canvas === null) reject(new Error('The canvas has been removed.'));
    else
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('The canvas could not be encoded.')) : resolve(blob)),
        'image/png',
      );
  });
}

/** A sheet that shows a quote as an image to be copied or saved as a file. */
export function QuoteImageSheet({ quote, colourIndex, source, onCopy, onSave, onClose }: Props) {
  const { t } = useStrings();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [open, close] = source.quotationMarks;
  const text: CardText = {
    quote: `${open}${formatQuotedText(quote)}${close}`,
    speaker: formatSpeaker(quote, null) || null,
    role: sanitiseLineOrNull(quote.role),
    title: sanitiseLine(source.title),
    source: sanitiseLine(source.source),
    dir: source.dir,
  };
  useEffect(() => {
    let isCancelled = false;
    const draw = (): void => {
      if (!isCancelled && canvas.current !== null) drawQuoteCard(canvas.current, text, colourIndex);
    };
    // Drawing on a canvas does not wait until the font is loaded.
    document.fonts
      .load(QUOTE_FONT, text.quote)
      .then(draw)
      .catch((error: unknown) => {
        console.warn('offprint: font not loaded', error);
        draw();
      });
    return () => {
      isCancelled = true;
    };
  }, [quote, colourIndex]);
  const save = (): void => {
    toPngBlob(canvas.current)
      .then((picture) => onSave(picture, makeImageFileName(quote, source.title)))
      .catch((error: unknown) => console.error('offprint: quote image not saved', error));
  };
  return (
    <Sheet title={t('pictureTitle')} className="picture-sheet" onClose={onClose}>
      {() => (
        <>
          <div class="picture-sheet__frame">
            <canvas
              ref={canvas}
              class="picture-sheet__card"
              role="img"
              aria-label={[text.quote, text.speaker, text.title, text.source].filter(Boolean).join(', ')}
            />
          </div>
          <div class="picture-sheet__actions">
            <CopyButton
              label={t('pictureCopy')}
              successMessage={t('pictureCopied')}
              onCopy={() => onCopy(toPngBlob(canvas.current))}
            />
            <PrimaryButton onClick={save}>{t('pictureSave')}</PrimaryButton>
          </div>
        </>
      )}
    </Sheet>
  );
}
