import { findQuotedSpans } from '../extract/quotation-marks.ts';
import type { QuotedSpan } from '../extract/quoted-span.ts';

const MARKS = /["＂“”„‟«»]/g;

/**
 * Where letters stand close to the marks on both sides, their neighbours don't tell which way marks point: straight
 * ones take turns in a paragraph, and the others point as they are drawn, or all the other way.
 */
function directMarks(paragraph: string): string {
  const curly = paragraph.indexOf('”');
  const isTurned = curly >= 0 && paragraph.indexOf('“') > curly;
  let isOpen = false;
  return paragraph.replace(MARKS, (mark) => {
    if (mark === '"' || mark === '＂') {
      isOpen = !isOpen;
      return isOpen ? '「' : '」';
    }
    if (mark === '“' || mark === '”') return (mark === '“') !== isTurned ? '「' : '」';
    return mark === '»' ? '」' : '「';
  });
}

/** Spans in quotation marks, outermost ones, in a language that puts no space at them. Linear in the text. */
export function findMarked(text: string): QuotedSpan[] {
  const directed = text.replace(/[^\n]+/g, directMarks);
  return findQuotedSpans(directed).filter(({ closed, paragraphs }) => closed || paragraphs > 1);
}
