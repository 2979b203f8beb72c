/** The database's name in the extension's origin. */
export const LIBRARY_NAME = 'offprint';
