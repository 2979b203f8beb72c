import fc from 'fast-check';
import { expect, it } from 'vitest';
import { balanceDirections, cleanLine, closeDirections, cutLine } from '../../../utils/text/clean-line.ts';
import { countWords } from '../../../utils/text/count-words.ts';
import { findApproximateMatches } from '../../../utils/text/find-text.ts';
import { foldText } from '../../../utils/text/fold-text.ts';
import { guessLanguage } from '../../../utils/text/guess-language.ts';
import { readingMinutes } from '../../../utils/text/reading-progress.ts';
import { directionOfLanguage, isolateText, listSeparatorFor } from '../../../utils/text/text-direction.ts';
import { itLong, LONG } from '../../long.ts';
import { expectWithin } from '../growth.ts';

it.each([
  ['', 0],
  ['The ferry leaves at 7.30 – late, again.', 7],
  ['Don’t re-open the ramp', 4],
  ['a -- b ...c', 3],
  ['l’été à 3.14', 3],
  ['Паром опаздывает', 2],
  ['𝒜 𝒜lpha 😀 beta', 3],
  // Two characters are a word where no spaces part words.
  ['渡船が遅れる', 3],
  ['フェリー 2 便 ok', 5],
])('countWords counts the words of %j', (text, words) => expect(countWords(text)).toBe(words));

it('never says that an article takes no time', () => {
  expect(readingMinutes(3)).toBe(1);
  expect(readingMinutes(2380)).toBe(10);
});

const words = 'nobody goes out on the pier before the planks are safe and all of the lamps are lit';

it('finds words with changes between their ends, and where they begin and end', () => {
  const changed = 'nobody walks out on this pier until the planks are safe and all of the lamps are lit';
  const text = `${'The ferry runs again on Friday. '.repeat(40)}${changed}${' The harbour sleeps.'.repeat(40)}`;
  expect(findApproximateMatches(text, words).map(({ start, end }) => text.slice(start, end))).toEqual([
    changed,
  ]);
});

it('finds nothing where only some of it stands, or little was looked for', () => {
  expect(
    findApproximateMatches(`He said that nobody goes out on the pier. ${'x'.repeat(200)}`, words),
  ).toEqual([]);
  expect(findApproximateMatches('all of the lamps', 'all of the lamps')).toEqual([]);
});

itLong('takes no longer on a page made to be like it everywhere', async () => {
  const hostile = (length: number): string => 'nobody goes out on the pier, '.repeat(length / 29);
  await expectWithin(2000, () => {
    findApproximateMatches(hostile(2_000_000), words);
    findApproximateMatches('x'.repeat(2_000_000), 'x'.repeat(5000));
  });
});

it('folding texts takes case, punctuation and spacing away', () => {
  expect(foldText('  “Wait” –  he said:  it’s  2 a.m.… ')).toBe('wait he said it s 2 a m');
  expect(foldText('Ｆｕｌｌ ﬁgures, Ärger & Їжа')).toBe('full figures ärger їжа');
  expect(foldText(' -- ')).toBe('');
});

it.each(
  Object.entries({
    en: 'The harbour board said that the ferries would run again from Monday, and that they have been repaired. This was confirmed to the council, which is pleased with the news.',
    de: 'Der Hafen ist wieder offen, und die Fähren fahren auch am Wochenende. Das hat der Rat mit großer Mehrheit beschlossen, nicht ohne eine Debatte über die Kosten, von der sich einige mehr erhofft hatten.',
    fr: 'Les bateaux sont de nouveau dans le port, et la mairie est satisfaite. Cette décision, prise pour les habitants qui travaillent sur les îles, ne plaît pas à tous, mais elle est plus sûre.',
    es: 'Los barcos vuelven al puerto y el ayuntamiento está contento. La decisión, tomada por los vecinos para las islas, no gusta a todos, pero es más segura que la de este año, como se dijo con una nota del puerto.',
    it: 'Il porto è di nuovo aperto e le navi sono tornate. La decisione della città non piace a tutti, ma è più sicura per gli abitanti che lavorano nel porto, anche se il prezzo dei biglietti non scende come promesso.',
    nl: 'De haven is weer open en de schepen varen naar de eilanden. Het besluit van de stad bevalt niet iedereen, maar het is voor de mensen die er wonen, zegt de burgemeester, en niet voor het geld. Dat heeft hij ook in de raad gezegd.',
    pl: 'Port jest znowu otwarty, ale nie wszystkim się to podoba. Na wyspach mówią, że promy nie są tak częste jak dawniej, a bilety po nowej cenie są drogie. To był błąd, mówi burmistrz, co do tego nie ma zgody.',
    pt: 'O porto está de novo aberto, mas não agrada a todos. Os barcos são mais caros do que no ano passado, e a decisão da câmara foi tomada com pressa, dizem os moradores das ilhas, para quem uma viagem ao centro é longa.',
    uk: 'Порт знову відкрито, і пороми ходять на острови. Це рішення не всім до вподоби, але мер каже, що воно для людей, які у місті працюють, а не за гроші. Він про це говорив і на засіданні ради.',
    ru: 'Порт снова открыт, и паромы ходят на острова. Это решение не всем по душе, но мэр говорит, что оно для людей, которые в городе работают, а не за деньги. Он об этом говорил и на заседании.',
    cs: 'Přístav je znovu otevřený, ale nelíbí se to všem. Na ostrovech říkají, že přívozy nejsou tak časté jako dříve a že jízdenky jsou drahé. Podle starosty byla cena nutná, protože stát už nepřispívá.',
    sv: 'Hamnen är öppen igen, och färjorna går också på helgen. Det har rådet beslutat, men inte utan en debatt om kostnaden. Jag hoppas att det blir bättre, säger en fiskare från öarna, där många väntat sedan i våras.',
    no: 'Havnen er åpen igjen, og fergene går også i helgen. Det har rådet bestemt etter en lang debatt. Jeg håper at det blir bedre nå, sier en fisker fra øyene, hvor noen har ventet siden i vår. Rådet har brukt mye av pengene uten å si hva de ble til.',
    'no (Nynorsk)':
      'Hamna er open att, og ferjene går også i helga. Det har rådet bestemt etter ein lang debatt. Eg vonar det blir betre no, seier ein fiskar frå øyane, og dei er ikkje åleine. Noko anna vart aldri sagt.',
    da: 'Havnen er åben igen, og færgerne sejler også i weekenden. Det har rådet besluttet efter en lang debat. Jeg håber, det bliver bedre nu, siger en fisker fra øerne, hvor nogle har ventet meget længe. Rådet gør mere end før, men kun få tror på det.',
    tr: 'Liman yeniden açıldı ve feribotlar hafta sonu da çalışacak. Bu karar herkesin hoşuna gitmedi, ancak başkan daha güvenli olduğunu söyledi. Adalarda yaşayan bir balıkçı ise biletlerin çok pahalı olduğunu, bunun için beklediğini anlattı.',
  }),
)('guessLanguage knows %s', (lang, text) => expect(guessLanguage(text)).toBe(lang.slice(0, 2)));

it('guessLanguage guesses nothing from a line, from nothing, or in a language it has no words of', () => {
  expect(guessLanguage('Ferries run again')).toBeNull();
  expect(guessLanguage('')).toBeNull();
  expect(
    guessLanguage(
      'Пристанището отново е отворено и фериботите пътуват до островите. Решението не се хареса на всички, но кметът казва, че то е за хората, които работят в града, а не за парите. Той говори за това и на заседанието.',
    ),
  ).toBeNull();
  expect(
    guessLanguage(
      'Prístav je znovu otvorený, ale nepáči sa to všetkým. Na ostrovoch hovoria, že prievozy nie sú také časté ako predtým a že lístky sú drahé. Podľa starostu bola cena nutná, pretože štát už neprispieva.',
    ),
  ).toBeNull();
  expect(
    guessLanguage('港は再び開かれ、フェリーは島へ向かう。市長は住民のためだと語った。'.repeat(10)),
  ).toBeNull();
});

it('guessLanguage is not led astray by a quotation in another language', () => {
  const english =
    'The mayor said that the ferries have been repaired and that this was the end of the matter. ';
  expect(guessLanguage(`${english}“Der Hafen ist wieder offen”, said the sign. ${english}`)).toBe('en');
});

it('knows the languages that run from right to left by their tag', () => {
  for (const tag of ['ar', 'AR-eg', 'he-IL', 'iw', 'fa', 'ckb-IQ', 'ur-PK'])
    expect(directionOfLanguage(tag)).toBe('rtl');
  for (const tag of ['', 'en', 'arn', 'hem', 'de-AT', 'uk']) expect(directionOfLanguage(tag)).toBe('ltr');
});

it('isolates only what could turn a line round', () => {
  expect(isolateText('Saltmere', 'ltr')).toBe('Saltmere');
  expect(isolateText('سوق السمك', 'ltr')).toBe('\u2068سوق السمك\u2069');
  expect(isolateText('Saltmere (2)', 'rtl')).toBe('\u2068Saltmere (2)\u2069');
  expect(isolateText('سوق السمك', 'rtl')).toBe('سوق السمك');
  expect(isolateText('12:30', 'rtl')).toBe('12:30');
});

it('parts facts with the comma of the script', () => {
  expect(listSeparatorFor('Ines Calloway')).toBe(', ');
  expect(listSeparatorFor('نورة سالم')).toBe('، ');
});

const RLE = '\u202b';
const PDF = '\u202c';
const LRO = '\u202d';
const RLO = '\u202e';
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

/** Pieces that lines are made of when somebody means harm, and ordinary ones. */
const unit = fc.oneof(
  fc.constantFrom(...[RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI], ...'\u200b\u200d\u0301\u0e47\ufeff\n'),
  fc.constantFrom(...'a|ß|שלום|سلام|日本|👨‍👩‍👧‍👦| |“|…|\ud800|\u0000|\u{e0041}'.split('|')),
);
const line = fc.array(unit, { maxLength: 80 }).map((parts) => parts.join(''));

/** How deep the controls of direction stand at the end; null where one closes what was never opened. */
function depth(text: string): number | null {
  const open: string[] = [];
  for (const sign of text) {
    if (sign === RLE || sign === '\u202a' || sign === LRO || sign === RLO) open.push(PDF);
    else if (sign === LRI || sign === RLI || sign === FSI) open.push(PDI);
    else if ((sign === PDF || sign === PDI) && open.pop() !== sign) return null;
  }
  return open.length;
}

it.each([
  ['Bürgermeister weiht Brücke ein'],
  ['„Wir warten“ – sagt Łucja O’Neill & Söhne'],
  ['رئيس البلدية: «سنفتح الجسر في مايو»'],
  ['ראש העיר: ״נפתח את הגשר במאי״ — \u200eBBC\u200f'],
  ['שָׁלוֹם עֲלֵיכֶם'],
  ['می‌خواهم'],
  ['क्षत्रिय और ज्ञान'],
  ['ภาษาไทย น้ำ'],
  ['မြန်မာဘာသာ ကျွန်ုပ်'],
  ['日本語の見出し、そして「引用」'],
  ['Tiếng Việt được viết'.normalize('NFD')],
  ['Flags 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and families 👨‍👩‍👧‍👦 and ❤️ 1️⃣'],
  [`the ${FSI}שלום${PDI} café`],
])('a cleaned line that somebody typed stays as it is: %s', (typed) =>
  expect(cleanLine(typed, 200)).toBe(typed),
);

it('a cleaned line is one line without control characters', () => {
  expect(cleanLine(`Ferry${'\u2003\u3000 '.repeat(20)}leaves`, 100)).toBe('Ferry leaves');
  expect(cleanLine('  Ferry\r\n\tleaves\u0000 late\u2028 \u00a0again\u0007 ', 100)).toBe(
    'Ferry leaves late again',
  );
});

it('a cleaned line overrides nothing, and leaves no direction open', () => {
  expect(cleanLine(`${RLO}evil${PDF} title`, 100)).toBe('evil title');
  expect(cleanLine(`An ${RLI}open isolate`, 100)).toBe('An open isolate');
  expect(cleanLine(`A stray ${PDI}end${PDF}`, 100)).toBe('A stray end');
  // The isolate's end closes the embedding in it.
  expect(cleanLine(`${LRI}a ${RLE}b${PDI} c`, 100)).toBe(`${LRI}a b${PDI} c`);
  // What was cut off was the other half.
  expect(cleanLine(`${RLI}one two three four${PDI}`, 12)).not.toContain(RLI);
});

it('a cleaned line has no heaps of marks, nor of signs without width', () => {
  expect([...cleanLine(`Z${'\u0301'.repeat(500)}algo`, 100)].length).toBeLessThanOrEqual(9);
  expect(cleanLine(`ก${'\u0e47'.repeat(90)}`, 100).length).toBeLessThanOrEqual(9);
  expect(cleanLine(`a${'\u200b'.repeat(9000)}b`, 100).length).toBeLessThanOrEqual(4);
  expect(
    cleanLine(
      `Free${[...'hidden'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}`,
      99,
    ),
  ).toBe('Free');
});

it('a cleaned line is empty where nothing can be seen of it', () => {
  for (const nothing of ['', ' \n ', '\u200b\u200d', `${RLI}${PDI}`, '\u3164\u2800'])
    expect(cleanLine(nothing, 100)).toBe('');
});

it('a cleaned line is cut between words, and never within a character', () => {
  expect(cleanLine('One two three four five', 15)).toBe('One two three…');
  // One of these takes the room of three letters.
  expect(cutLine('👨‍👩‍👧‍👦'.repeat(9), 12)).toMatch(/^(?:👨‍👩‍👧‍👦){3,4}…$/u);
  expect(cutLine('é'.normalize('NFD').repeat(30), 5)).toBe(`${'é'.normalize('NFD').repeat(4)}…`);
});

it('a cleaned line is short, balanced and clean, whatever it was', () =>
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const clean = cleanLine(text, limit);
      expect(clean.length).toBeLessThanOrEqual(limit * 4 + 1);
      expect(depth(clean)).toBe(0);
      expect(clean).not.toMatch(/[\p{Cc}\u202d\u202e\ufeff]/u);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).toBe(clean.trim());
    }),
    { numRuns: LONG ? 5000 : 300 },
  ));

it('a cleaned line takes no longer for three million characters than for the first thousands', () => {
  for (const flood of ['x', ' ', '\u0301', RLI, '\u200b', '<'])
    expect(cleanLine(`Quay ${flood.repeat(3_000_000)}`, 120).length).toBeLessThanOrEqual(481);
});

it('verbatim words are closed and otherwise left alone', () => {
  expect(closeDirections('plain')).toBe('plain');
  expect(closeDirections(`${RLI}a ${RLO}b`)).toBe(`${RLI}a ${RLO}b${PDF}${PDI}`);
  fc.assert(
    fc.property(line, (text) => {
      expect(closeDirections(text).startsWith(text)).toBe(true);
      expect(depth(balanceDirections(closeDirections(text)))).toBe(0);
      // Nothing that is put after it stands inside of it.
      const marked = balanceDirections(`${closeDirections(text)}|`);
      expect(depth(marked.slice(0, marked.lastIndexOf('|')))).toBe(0);
    }),
  );
});
