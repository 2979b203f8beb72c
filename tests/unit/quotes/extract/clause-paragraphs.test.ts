import { describe, expect, it } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';

const quoted = (lang: string, text: string): string[] =>
  findQuotes(text, { lang }).map((quote) => quote.text);

describe('a clause in the paragraph below its quote', () => {
  it('names the speaker of unmarked speech', () => {
    const text = `Пожежа в порту

Вночі у старому порту згорів склад із рибою, вогонь гасили до самого ранку.

Такого вогню ми тут ще не бачили, люди бігли просто до води,

– розповіла Оксана Марченко.`;
    const [quote, ...more] = findQuotes(text, { lang: 'uk' });
    expect(quote?.text).toBe('Такого вогню ми тут ще не бачили, люди бігли просто до води');
    expect(quote?.resolvedSpeaker).toBe('Оксана Марченко');
    expect(more).toEqual([]);
  });

  it('is no speech of its own below a dash', () => {
    const text = `Port czeka

— Nie zamkniemy przystani przed zimą, to jest pewne

— powiedziała Inga Tkacz.

Rada zbierze się znowu jutro.`;
    const quotes = findQuotes(text, { lang: 'pl' });
    expect(quotes.map((quote) => [quote.text, quote.resolvedSpeaker])).toEqual([
      ['Nie zamkniemy przystani przed zimą, to jest pewne', 'Inga Tkacz'],
    ]);
  });

  it('names the speaker of marked speech', () => {
    const text = `Порт чекає

"Ми не закриємо причал до зими, це вже вирішено",
– сказав Назар Вітер.

Рада збереться завтра.`;
    expect(findQuotes(text, { lang: 'uk' })[0]?.resolvedSpeaker).toBe('Назар Вітер');
  });
});

describe('a paragraph without marks that ends in a clause', () => {
  it('is speech up to the dash', () => {
    const text = `Рибалки повернулися

Ми три дні не бачили берега, хвилі йшли через борт одна за одною, – розповів Тарас Бойчук.

У порту їх чекали родини.`;
    expect(quoted('uk', text)).toEqual(['Ми три дні не бачили берега, хвилі йшли через борт одна за одною']);
  });

  it('is a remark where neither comma nor other dashes speak for speech', () => {
    const text = `Port czeka

Według miasta przystań będzie zamknięta do wiosny - mówi o tym nowa uchwała Rady Miasta.

Rada zbierze się jutro.`;
    expect(quoted('pl', text)).toEqual([]);
  });
});

describe('speech with dashes', () => {
  it('may be set with minus signs', () => {
    const text = `Port czeka

− Nie zamkniemy przystani przed zimą − powiedziała Inga Tkacz. − To jest pewne.`;
    expect(quoted('pl', text).join(' ')).toContain('Nie zamkniemy przystani przed zimą');
  });

  it('begins again behind what is told in its paragraph', () => {
    const text = `Port czeka

- Nie zamkniemy przystani przed zimą - powiedziała Inga Tkacz. Potem wyszła z sali. - Czekamy na wiosnę - dodał Emil Wolski.`;
    expect(quoted('pl', text)).toEqual(['Nie zamkniemy przystani przed zimą', 'Czekamy na wiosnę']);
  });
});
