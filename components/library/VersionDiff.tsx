import type { Block, Comparison, Piece } from '../../utils/library/view-types.ts';
import { speakerLabel } from '../quotes/speaker-label.ts';
import { useStrings } from '../ui/base/strings.ts';

/** Unchanged paragraphs shown on either side of a change. */
const CONTEXT = 1;

/** What changed between two texts: headline, quotes, paragraphs; what stayed is folded away. */
export function VersionDiff({ comparison, dir }: { comparison: Comparison; dir: 'ltr' | 'rtl' }) {
  const { t, count, direction } = useStrings();
  const { title, quotesAdded, quotesRemoved, blocks, changes } = comparison;
  return (
    <div class="diff" dir={dir}>
      <p class="diff__sum" dir={direction}>
        {changes === 0 ? t('diffNone') : count('diffCount', changes)}
      </p>
      {title !== null && <p class="diff__title">{title.map(showPiece)}</p>}
      {quotesRemoved.length + quotesAdded.length > 0 && (
        <ul class="diff__quotes">
          {quotesRemoved.map((quote) => (
            <li key={`-${quote.start}`}>
              <del>{t('inQuotationMarks', quote.text)}</del>{' '}
              {quote.resolvedSpeaker !== null && speakerLabel(t, quote)}
            </li>
          ))}
          {quotesAdded.map((quote) => (
            <li key={`+${quote.start}`}>
              <ins>{t('inQuotationMarks', quote.text)}</ins>{' '}
              {quote.resolvedSpeaker !== null && speakerLabel(t, quote)}
            </li>
          ))}
        </ul>
      )}
      {fold(blocks).map((block, index) =>
        typeof block === 'number' ? (
          <p key={index} class="diff__fold" dir={direction}>
            {count('diffSame', block)}
          </p>
        ) : (
          <p key={index} class="diff__block" data-kind={block.kind}>
            {block.kind === 'changed' ? block.pieces.map(showPiece) : showPiece(block, 0)}
          </p>
        ),
      )}
    </div>
  );
}

function showPiece({ kind, text }: Piece, index: number) {
  if (kind === 'added') return <ins key={index}>{text}</ins>;
  if (kind === 'removed') return <del key={index}>{text}</del>;
  return <span key={index}>{text}</span>;
}

/** Runs of unchanged paragraphs as their number, but for those beside a change. */
function fold(blocks: readonly Block[]): (Block | number)[] {
  const near = blocks.map((_, i) =>
    blocks.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  );
  const folded: (Block | number)[] = [];
  for (const [i, block] of blocks.entries()) {
    const last = folded.at(-1);
    if (near[i] === true) folded.push(block);
    else if (typeof last === 'number') folded[folded.length - 1] = last + 1;
    else folded.push(1);
  }
  return folded;
}
