import { useEffect, useRef, useState } from 'preact/hooks';
import { formatQuotedText, formatSpeaker } from '../../utils/quotes/cite/cite-quote.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { makeFileName } from '../../utils/transfer/export/file-name.ts';
import { sanitiseLine, sanitiseLineOrNull } from '../../utils/transfer/export/outgoing-text.ts';
import { PrimaryButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import {
  CARD_SIZES,
  type CardLook,
  type CardWords,
  cardColours,
  drawQuote,
  QUOTE_FONT,
} from './draw-quote.ts';
import './quote-picture.css';

type Shape = keyof typeof CARD_SIZES;

/** What the card shows besides the quote. */
export interface PictureSource {
  title: string;
  /** Site and date, as far as known. */
  source: string;
  /** The outer quotation marks of the article's language. */
  marks: readonly [open: string, close: string];
  dir: 'ltr' | 'rtl';
}

interface Props {
  quote: Quote;
  hue: number;
  source: PictureSource;
  /** Copies the image to the clipboard; false if the browser refused. */
  onCopy: (picture: Promise<Blob>) => Promise<boolean>;
  onSave: (picture: Blob, name: string) => void;
  onClose: () => void;
}

/** Maximum length of the file name, in characters. */
const MAX_NAME_LENGTH = 48;

/** Creates a file name that is valid on every system. */
function fileName(quote: Quote, title: string): string {
  const words = `${quote.resolvedSpeaker ?? title} ${quote.text}`.normalize('NFC').toLowerCase();
  const plain = words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+/, '');
  return makeFileName([...plain].slice(0, MAX_NAME_LENGTH).join('').replace(/-+$/, '') || 'quote', 'png');
}

function asBlob(canvas: HTMLCanvasElement | null): Promise<Blob> {
  return new Promise((resolve, reject) => {
    if (canvas === null) reject(new Error('The picture is gone.'));
    else
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('The picture is empty.')) : resolve(blob)),
        'image/png',
      );
  });
}

/** A quote as an image to share, in several designs and formats, for the clipboard or a file. */
export function QuotePicture({ quote, hue, source, onCopy, onSave, onClose }: Props) {
  const { t } = useStrings();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [look, setLook] = useState<CardLook>('paper');
  const [shape, setShape] = useState<Shape>('square');
  const [open, close] = source.marks;
  const words: CardWords = {
    quote: `${open}${formatQuotedText(quote)}${close}`,
    speaker: formatSpeaker(quote, null) || null,
    role: sanitiseLineOrNull(quote.role),
    title: sanitiseLine(source.title),
    source: sanitiseLine(source.source),
    dir: source.dir,
  };
  useEffect(() => {
    let isOver = false;
    const draw = (): void => {
      if (!isOver && canvas.current !== null)
        drawQuote(canvas.current, words, cardColours(look, hue), CARD_SIZES[shape]);
    };
    // A canvas does not wait for a font that is still loading.
    document.fonts
      .load(QUOTE_FONT, words.quote)
      .then(draw)
      .catch((error: unknown) => {
        console.warn('offprint: face not loaded', error);
        draw();
      });
    return () => {
      isOver = true;
    };
  }, [look, shape, quote, hue]);
  const save = (): void => {
    asBlob(canvas.current)
      .then((picture) => onSave(picture, fileName(quote, source.title)))
      .catch((error: unknown) => console.error('offprint: no picture', error));
  };
  return (
    <Sheet title={t('pictureTitle')} className="picture-sheet" onClose={onClose}>
      {() => (
        <>
          <div class="picture-sheet__frame">
            <canvas
              ref={canvas}
              class="picture-sheet__card"
              data-shape={shape}
              role="img"
              aria-label={[words.quote, words.speaker, words.title, words.source].filter(Boolean).join(', ')}
            />
          </div>
          <div class="picture-sheet__choices">
            <SegmentedControl<CardLook>
              label={t('pictureLook')}
              options={{ paper: 'pictureLookPaper', night: 'pictureLookNight', voice: 'pictureLookVoice' }}
              value={look}
              onChange={setLook}
            />
            <SegmentedControl<Shape>
              label={t('pictureShape')}
              options={{ square: 'pictureShapeSquare', wide: 'pictureShapeWide', tall: 'pictureShapeTall' }}
              value={shape}
              onChange={setShape}
            />
          </div>
          <div class="picture-sheet__actions">
            <CopyButton
              label={t('pictureCopy')}
              successMessage={t('pictureCopied')}
              onCopy={() => onCopy(asBlob(canvas.current))}
            />
            <PrimaryButton onClick={save}>{t('pictureSave')}</PrimaryButton>
          </div>
        </>
      )}
    </Sheet>
  );
}
