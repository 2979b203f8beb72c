import type { GrammarWords } from '../quoting-words.ts';

/** Function words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'a', 'all', 'an', 'another', 'any', 'both', 'each', 'eight', 'every', 'few', 'five', 'four', 'many',
    'most', 'nine', 'no', 'one', 'seven', 'several', 'six', 'some', 'ten', 'that', 'the', 'these', 'this',
    'those', 'three', 'two',
  ],
  possessives: ['her', 'his', 'its', 'my', 'our', 'their', 'whose', 'your'],
  he: ['he'],
  she: ['she'],
  they: ['they'],
  otherPronouns: [
    'everybody', 'everyone', 'i', 'it', 'nobody', 'one', 'others', 'somebody', 'someone', 'we', 'you',
  ],
  objectPronouns: ['her', 'herself', 'him', 'himself', 'itself', 'me', 'myself', 'them', 'themselves', 'us'],
  firstPerson: ['i', 'me', 'my', 'our', 'us', 'we'],
  relatives: ['how', 'that', 'what', 'when', 'where', 'which', 'who', 'whom', 'whose', 'why'],
  prepositions: [
    'about', 'across', 'after', 'against', 'alongside', 'amid', 'among', 'around', 'as', 'at', 'because',
    'before', 'behind', 'beside', 'besides', 'between', 'beyond', 'by', 'concerning', 'despite', 'down',
    'during', 'following', 'for', 'from', 'in', 'including', 'inside', 'into', 'like', 'near', 'of', 'off',
    'on', 'onto', 'out', 'outside', 'over', 'per', 'regarding', 'since', 'than', 'through', 'throughout',
    'till', 'to', 'toward', 'towards', 'under', 'unlike', 'until', 'up', 'upon', 'via', 'with', 'within',
    'without',
  ],
  conjunctions: [
    'after', 'although', 'and', 'as', 'because', 'before', 'but', 'if', 'nor', 'once', 'or', 'since', 'so',
    'then', 'though', 'unless', 'until', 'when', 'whereas', 'whether', 'while', 'yet',
  ],
  adverbs: [
    'afterward', 'afterwards', 'again', 'ago', 'almost', 'alone', 'aloud', 'already', 'also', 'always',
    'away', 'back', 'earlier', 'even', 'ever', 'famously', 'far', 'first', 'flatly', 'further', 'here',
    'however', 'initially', 'instead', 'just', 'last', 'later', 'less', 'long', 'maybe', 'meanwhile',
    'merely', 'more', 'much', 'nearly', 'never', 'next', 'not', 'now', 'often', 'once', 'only', 'perhaps',
    'previously', 'publicly', 'quickly', 'quite', 'rather', 'recently', 'repeatedly', 'simply', 'soon',
    'still', 'then', 'there', 'therefore', 'today', 'together', 'tomorrow', 'tonight', 'too', 'twice', 'very',
    'yes', 'yesterday', 'yet',
  ],
  complementisers: [
    'as', 'be', 'because', 'how', 'if', 'is', 'that', 'to', 'was', 'were', 'what', 'whether', 'why',
  ],
};
