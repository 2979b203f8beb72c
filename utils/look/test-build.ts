declare const __TEST_BUILD__: boolean | undefined;

/**
 * Whether this is the build for the end-to-end tests, made with `OFFPRINT_TEST_BUILD=1`. In it, toasts, undo bars and
 * what the toolbar button says stay until they are acted on or replaced. Undefined in scripts and unit tests, which are
 * not built.
 */
export const IS_TEST_BUILD = typeof __TEST_BUILD__ !== 'undefined' && __TEST_BUILD__;
