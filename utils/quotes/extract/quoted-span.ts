/** A stretch of text between outer quotation marks. Offsets are UTF-16 indices. */
export interface QuotedSpan {
  /** Inside the marks. */
  start: number;
  end: number;
  /** With the marks. */
  outerStart: number;
  outerEnd: number;
  /** Paragraphs it runs over; more than one when each re-opens the mark. */
  paragraphs: number;
  /** False when the closing mark is missing and the paragraph's end stands for it. */
  closed: boolean;
  /** Set in single marks (‘…’). */
  single: boolean;
  /** Set apart as speech by the layout itself, or by the clause between its dashes. */
  sure?: boolean;
  /** A question of an interview set with dashes, which the writer asks. */
  asked?: boolean;
  /** Where the whole begins that a speaker's clause inside it parts ("A – said X – B"); its pieces share this. */
  utterance?: number;
}
