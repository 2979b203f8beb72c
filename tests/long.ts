/** True in `npm run test:long`: what is generated is generated many more times than in `npm test`. */
export const LONG = process.env.OFFPRINT_LONG === '1';
