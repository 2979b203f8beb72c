import { expect, it } from 'vitest';
import { titleFromAddress } from '../../../../utils/library/imports/import-rows.ts';

it.each([
  ['https://www.paper.example/2024/05/harbour-vote-passes-48211.html', 'Harbour vote passes'],
  ['https://paper.example/news/the_pilot_stayed/amp', 'The pilot stayed'],
  [
    'https://paper.example/%D0%B3%D0%B0%D0%B2%D0%B0%D0%BD%D1%8C-%D0%B7%D0%B0%D0%BA%D1%80%D1%8B%D1%82%D0%B0',
    'Гавань закрыта',
  ],
  ['https://paper.example/a/quay-closed/index.php?id=3', 'Quay closed'],
  ['https://paper.example/58201938', 'paper.example'],
  ['https://paper.example/%E0%A4%A', 'paper.example'],
  ['https://paper.example/', 'paper.example'],
])('%s is called %s', (address, title) => {
  expect(titleFromAddress(address)).toBe(title);
});
