import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'zgodnie ze słowami', 'w jego przekonaniu', 'w jej przekonaniu', 'w jego odczuciu', 'powołując się na',
    'w jego ocenie', 'w jej ocenie', 'w jego opinii', 'w jej opinii', 'w przekonaniu', 'w odczuciu',
    'w oczach', 'według relacji', 'z relacji', 'według informacji', 'według danych', 'według ustaleń',
    'ze słów', 'jak podają', 'ich zdaniem', 'według nich', 'w opinii', 'w ocenie', 'jak podaje',
    'według słów', 'jego zdaniem', 'jej zdaniem', 'według niego', 'według niej', 'jego słowami',
    'jej słowami', 'według', 'zdaniem', 'słowami',
  ],
};
