import type { ShippedPackage } from './shipped-package.ts';

/** The treebanks to which the weights in `utils/quotes/tagging/weights` were fitted. */
const TREEBANKS = `The weights of the part-of-speech taggers were fitted on these treebanks of Universal Dependencies
(https://universaldependencies.org), by their authors, who are named there with each treebank:

CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/legalcode): Czech CAC, Danish DDT, Dutch Alpino, English EWT,
French GSD, German GSD, Norwegian Bokmaal, Portuguese Bosque, Russian Taiga, Spanish GSD, Swedish Talbanken, Turkish BOUN,
Ukrainian ParlaMint.

CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/legalcode): Italian PUD, Polish PUD.

What was changed: only weights are here, none of the sentences. The weights are under the licence of their treebank.`;

/** Third-party data in the product, listed like packages. */
export const SHIPPED_DATA: readonly ShippedPackage[] = [
  {
    name: 'Universal Dependencies',
    version: '2',
    licence: 'CC-BY-SA-4.0 AND CC-BY-SA-3.0',
    text: TREEBANKS,
  },
];
