/** A page and one of its quotes: where a link to the quote must open. */
export interface FragmentPage {
  what: string;
  /** Blocks in order, each `[id, html]`; they stand screens apart. */
  blocks: readonly (readonly [id: string, html: string])[];
  /** The headline, which is no part of the text. */
  title?: string;
  /** The article's text, as the extension reads it: blocks parted by empty lines. */
  text: string;
  /** The quote as in `text`, and which of its occurrences, from 0. */
  quote: string;
  nth?: number;
  /** The block the browser must show. */
  shows: string;
  dir?: 'rtl';
  lang?: string;
}

export const FRAGMENT_PAGES: readonly FragmentPage[] = [
  {
    what: 'across inline elements',
    blocks: [
      ['a', 'The pier stays closed this winter.'],
      [
        'b',
        '“Nobody <em>walks</em> out <a href="#x">there <b>un</b>til</a> the planks&nbsp;are <i>safe</i>,” said Mara Lindqvist.',
      ],
      ['c', 'The ferry runs again on Friday.'],
    ],
    text: 'The pier stays closed this winter.\n\n“Nobody walks out there until the planks are safe,” said Mara Lindqvist.\n\nThe ferry runs again on Friday.',
    quote: 'Nobody walks out there until the planks are safe',
    shows: 'b',
  },
  {
    what: 'across blocks',
    blocks: [
      ['a', 'The fleet came home.'],
      ['b', 'He began: “The boats are in and the nets are dry, and nobody was lost.'],
      ['c', '“We wait for the moon and for the tide, and then we go out again,” said Tomas Berg.'],
    ],
    text: 'The fleet came home.\n\nHe began: “The boats are in and the nets are dry, and nobody was lost.\n\n“We wait for the moon and for the tide, and then we go out again,” said Tomas Berg.',
    quote:
      'The boats are in and the nets are dry, and nobody was lost.\n\n“We wait for the moon and for the tide, and then we go out again',
    shows: 'b',
  },
  {
    what: 'words said twice, the second time',
    blocks: [
      ['a', 'In spring she said: “We will open it again.” Nobody believed her.'],
      ['b', 'Summer came and went.'],
      ['c', 'In autumn he said: “We will open it again.” The hall applauded.'],
    ],
    text: 'In spring she said: “We will open it again.” Nobody believed her.\n\nSummer came and went.\n\nIn autumn he said: “We will open it again.” The hall applauded.',
    quote: 'We will open it again.',
    nth: 1,
    shows: 'c',
  },
  {
    what: 'a single word that stands elsewhere too',
    blocks: [
      ['a', 'No boat left the harbour. No, none at all.'],
      ['b', 'Berg was asked whether he would resign. “No,” Berg said, and sat down.'],
      ['c', '“No,” said Renner as well.'],
    ],
    text: 'No boat left the harbour. No, none at all.\n\nBerg was asked whether he would resign. “No,” Berg said, and sat down.\n\n“No,” said Renner as well.',
    quote: 'No',
    nth: 2,
    shows: 'b',
  },
  {
    what: 'a long quote in one block',
    blocks: [
      ['a', 'She spoke for an hour.'],
      [
        'b',
        '“We have mended every plank by hand, one after the other, in wind and rain, and we have paid for the nails ourselves, and still the council sends us letters that ask when we will begin, as if nobody there had ever walked down to the water to look,” Lindqvist said.',
      ],
      ['c', 'The council had no comment.'],
    ],
    text: 'She spoke for an hour.\n\n“We have mended every plank by hand, one after the other, in wind and rain, and we have paid for the nails ourselves, and still the council sends us letters that ask when we will begin, as if nobody there had ever walked down to the water to look,” Lindqvist said.\n\nThe council had no comment.',
    quote:
      'We have mended every plank by hand, one after the other, in wind and rain, and we have paid for the nails ourselves, and still the council sends us letters that ask when we will begin, as if nobody there had ever walked down to the water to look',
    shows: 'b',
  },
  {
    what: 'written from right to left',
    blocks: [
      ['a', 'بقي الجسر مغلقا هذا الشتاء.'],
      ['b', 'وقالت رئيسة البلدية: «لن يمشي أحد على <b>الألواح</b> قبل أن تصبح آمنة تماما»، ثم غادرت القاعة.'],
      ['c', 'تعود العبّارة يوم الجمعة.'],
    ],
    text: 'بقي الجسر مغلقا هذا الشتاء.\n\nوقالت رئيسة البلدية: «لن يمشي أحد على الألواح قبل أن تصبح آمنة تماما»، ثم غادرت القاعة.\n\nتعود العبّارة يوم الجمعة.',
    quote: 'لن يمشي أحد على الألواح قبل أن تصبح آمنة تماما',
    dir: 'rtl',
    lang: 'ar',
    shows: 'b',
  },
  {
    what: 'long, without spaces between words',
    blocks: [
      ['a', '橋はこの冬も閉まったままだ。'],
      [
        'b',
        '市長は「板が安全になるまで、だれもあの橋を渡ってはいけません。わたしたちは春を待ち、それから一枚ずつ板を取り替え、釘を打ち、手すりを塗り直し、子どもたちがまた走れるようにするつもりです。費用は町がすべて負担しますので、どうか心配しないでください。工事のあいだは船が一時間ごとに出ますし、年を取った人は無料で乗れますから、どうぞ遠慮なく使ってください」と述べた。',
      ],
      ['c', '船は金曜日に戻る。'],
    ],
    text: '橋はこの冬も閉まったままだ。\n\n市長は「板が安全になるまで、だれもあの橋を渡ってはいけません。わたしたちは春を待ち、それから一枚ずつ板を取り替え、釘を打ち、手すりを塗り直し、子どもたちがまた走れるようにするつもりです。費用は町がすべて負担しますので、どうか心配しないでください。工事のあいだは船が一時間ごとに出ますし、年を取った人は無料で乗れますから、どうぞ遠慮なく使ってください」と述べた。\n\n船は金曜日に戻る。',
    quote:
      '板が安全になるまで、だれもあの橋を渡ってはいけません。わたしたちは春を待ち、それから一枚ずつ板を取り替え、釘を打ち、手すりを塗り直し、子どもたちがまた走れるようにするつもりです。費用は町がすべて負担しますので、どうか心配しないでください。工事のあいだは船が一時間ごとに出ますし、年を取った人は無料で乗れますから、どうぞ遠慮なく使ってください',
    lang: 'ja',
    shows: 'b',
  },
];

/** The page itself. */
export function fragmentHtml({ blocks, dir, lang }: FragmentPage): string {
  const body = blocks.map(([id, html]) => `<p id="${id}" style="margin:1600px 0">${html}</p>`).join('\n');
  return `<!doctype html><html lang="${lang ?? 'en'}" dir="${dir ?? 'ltr'}"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`;
}
