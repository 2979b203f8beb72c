import { browser } from './browser.ts';

const SYSTEMS: Readonly<Record<string, string>> = {
  android: 'Android',
  cros: 'ChromeOS',
  linux: 'Linux',
  mac: 'macOS',
  win: 'Windows',
};

const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Firefox\//, 'Firefox'],
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Chrome\//, 'Chrome'],
];

/** The default name of this device, such as “Firefox, Linux”. */
export async function defaultDeviceName(): Promise<string> {
  const { os } = await browser.runtime.getPlatformInfo();
  const [, name] = BROWSERS.find(([pattern]) => pattern.test(navigator.userAgent)) ?? [];
  return [name, SYSTEMS[os]].filter((part) => part !== undefined).join(', ');
}
