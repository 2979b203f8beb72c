declare const __TEST_BUILD__: boolean | undefined;

/**
 * Whether this is the build for the end-to-end tests, made with `OFFPRINT_TEST_BUILD=1`. In that build, toasts, undo bars
 * and the toolbar badge stay until the user acts on them or they are replaced. `__TEST_BUILD__` is undefined in scripts
 * and unit tests, which are not built.
 */
export const IS_TEST_BUILD = typeof __TEST_BUILD__ !== 'undefined' && __TEST_BUILD__;
