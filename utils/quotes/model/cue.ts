/** A word or fixed phrase that attributes speech. Token indices, `last` included. */
export interface Cue {
  first: number;
  last: number;
  kind: 'verb' | 'phrase' | 'source';
  /** "saying", "adding": its subject stands in another clause. */
  participle: boolean;
  sentence: number;
}
