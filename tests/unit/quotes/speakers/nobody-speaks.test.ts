import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { speakersOf } from '../speakers-of.ts';

/** Words that were heard, but not from anybody named, after words of somebody who is. */
const HEARD: Record<string, readonly [lead: string, ...heard: string[]]> = {
  en: [
    'Mayor Mara Lindqvist said: “The planks are rotten.”',
    'In the harbour, one could hear: “Let us in at last!”',
    'On the quay, you could hear: “Where is the ferry?”',
  ],
  de: [
    'Bürgermeisterin Mara Lindner sagte: „Die Planken sind morsch.“',
    'Im Hafen herrschte Gedränge. Man hörte: „Lasst uns endlich durch!“',
    'Im Saal war immer wieder zu hören: „Wer bezahlt das alles?“',
    '„Lasst uns endlich durch!“, hörte man aus der Menge.',
  ],
  es: [
    'La alcaldesa Marta Lindes dijo: «Las tablas están podridas».',
    'En el puerto se oía: «¡Que nos dejen pasar de una vez!».',
    'En la plaza se escuchaba sin descanso: «¿Quién va a pagar todo esto?».',
  ],
  pl: [
    'Burmistrz Marta Lindecka powiedziała: „Deski są spróchniałe”.',
    'W porcie słychać było: „Wpuśćcie nas wreszcie do środka!”.',
    'Z tłumu było słychać: „Kto za to wszystko zapłaci?”.',
    'W kolejce mówiono: „Prom już nie przypłynie w tym roku”.',
  ],
  uk: [
    'Міська голова Марта Лінденко сказала: «Дошки зовсім прогнили».',
    'У порту було чути: «Пустіть нас нарешті всередину!».',
    'З натовпу лунало: «Хто за все це заплатить?».',
  ],
};

describe.each(Object.entries(HEARD))('words heard from nobody: %s', (lang, [lead, ...heard]) => {
  test.each(heard)('%s', (words) => {
    const [named] = speakersOf(lead, { lang });
    expect(named).not.toBeNull();
    expect(speakersOf(`${lead}\n\n${words}`, { lang })).toEqual([named, null]);
    expect(speakersOf(`${lead} ${words}`, { lang })).toEqual([named, null]);
  });
});

test.each([
  ['en', 'One could hear Mara Lindqvist say: “The planks are rotten.”', 'Mara Lindqvist'],
  ['en', 'A shout was heard, and Olaf Renner replied: “Not on my pier.”', 'Olaf Renner'],
  ['de', 'Im Hafen hörte man Rufe, und Mara Lindner sagte: „Die Planken sind morsch.“', 'Mara Lindner'],
  ['es', 'Se oía el viento y Marta Lindes dijo: «Las tablas están podridas».', 'Marta Lindes'],
  ['fr', 'On entendait le vent, et Marthe Linde a dit : « Les planches sont pourries. »', 'Marthe Linde'],
])('somebody spoke after all: %s, %s', (lang, text, speaker) => {
  expect(speakersOf(text, { lang })).toEqual([speaker]);
});
