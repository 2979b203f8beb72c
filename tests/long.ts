/** True in `npm run test:long`, where generated input is tried many more times than in `npm test`. */
export const LONG = process.env.OFFPRINT_TIER === 'long';
