/** Tables as spreadsheets save them in the encodings of countries, without a word about it. */
import { expect, it } from 'vitest';
import { findEncoding } from '../../../../utils/transfer/import/parsing/find-encoding.ts';
import { guessEncoding } from '../../../../utils/transfer/import/parsing/guess-encoding.ts';
import { encode } from './encode.ts';
import { readAll } from './read-all.ts';

it.each([
  ['windows-1252', 'Größere Schiffe dürfen nicht in den Hafen, „sagte“ die Behörde'],
  ['windows-1252', 'La città è più bella là dov’è la verità'],
  ['windows-1252', '¿Dónde está el niño? ¿Quién lo vio después?'],
  ['windows-1252', 'Það er ekki þörf á nýrri höfn, sagði hún í gær'],
  ['windows-1252', 'Les œuvres de la mère à la fête, où il était'],
  ['windows-1252', 'Le cœur du problème : à côté de la forêt, le chœur des élèves'],
  ['windows-1252', 'Það er veður, hvað varð'],
  ['windows-1252', 'Água: 30 m³ por dia, 5 km² de rio'],
  ['windows-1252', 'Pão e maçã: não é só o 1º de março'],
  ['windows-1250', 'Łódź i żuraw: święto na nabrzeżu, część druga'],
  ['windows-1250', 'Příliš žluťoučký kůň šel k přístavu'],
  ['windows-1250', 'Kość, łoś i miś: był też gość znad morza'],
  ['windows-1250', 'ŻÓŁTE ŚWIATŁO NA MAŁEJ ŁODZI: ZACHĘTA'],
  ['windows-1250', 'Młody gość'],
  ['windows-1250', 'Oraşul în care pescarii aşteaptă flota şi viaţa în port'],
  ['windows-1254', 'Balıkçılar ışığı gördü: İstanbul’da şehir hattı değişiyor'],
  ['windows-1254', 'Kırmızı ışık yandı'],
  ['windows-1251', 'Гавань приняла первое судно после шторма'],
  ['windows-1251', 'Приплив і відплив у гавані, її місто чекає'],
  ['windows-1251', 'НОВОСТИ ДНЯ, ПОРТ И МОРЕ'],
  ['windows-1251', 'ПОЛИТИКА РОССИИ И США, ЭКОНОМИКА. Курс рубля'],
  ['windows-1251', 'НОВИНИ ДНЯ: ПОРТ І МІСТО ЧЕКАЮТЬ'],
  ['windows-1251', 'море вода рыба порт'],
  ['koi8-r', 'море вода рыба порт'],
  ['koi8-r', 'НОВОСТИ ДНЯ: лоцман остался в порту'],
  ['koi8-r', 'Гавань приняла первое судно после шторма'],
  ['windows-1253', 'Το λιμάνι της πόλης άνοιξε ξανά μετά την καταιγίδα'],
  ['windows-1253', 'ΤΑ ΝΕΑ ΤΗΣ ΗΜΕΡΑΣ ΣΤΟ ΛΙΜΑΝΙ'],
  ['windows-1255', 'הנמל נפתח מחדש אחרי הסערה הגדולה'],
  ['windows-1256', 'أعيد فتح الميناء بعد العاصفة الكبيرة في الشمال'],
  ['shift_jis', '港は嵐のあとで再び開かれ、漁師たちが戻ってきた'],
  ['euc-jp', '港は嵐のあとで再び開かれ、漁師たちが戻ってきた'],
  ['euc-kr', '항구는 폭풍 뒤에 다시 열렸고 어부들이 돌아왔다'],
  ['gb18030', '港口在暴风雨之后重新开放，渔民们都回来了'],
  ['big5', '港口在暴風雨之後重新開放，漁民們都回來了'],
])('reads a table in %s: %s', async (encoding, title) => {
  const table = `title,url,time_added,tags,status\n"${title}",https://paper.example/1,1700000000,,unread\n`;
  const { items } = await readAll(new Blob([encode(table, encoding)]));
  expect(items.map((item) => item.title)).toEqual([title]);
});

it.each([
  'url,title\nhttps://paper.example/1,café\n',
  'url,title\nhttps://paper.example/1,café',
  'été,url\n,https://paper.example/1\n',
])('looks at a file from its first byte to its last: %s', async (text) => {
  const file = new Blob([encode(text, 'windows-1252')]);
  expect(new TextDecoder(await findEncoding(file)).decode(await file.arrayBuffer())).toBe(text);
});

it('is not led astray where a piece ends within a character, or one byte is damaged', () => {
  const text = '港は嵐のあとで再び開かれ、漁師たちが戻ってきた。'.repeat(20);
  const bytes = encode(text, 'shift_jis');
  expect(guessEncoding(bytes.subarray(0, -1))).toBe('shift_jis');
  bytes[100] = 0xff;
  expect(guessEncoding(bytes)).toBe('shift_jis');
});
