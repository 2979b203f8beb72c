/** The Network Information API. Firefox lacks it, and Chromium reports `type` only on Android and ChromeOS. */
interface Connection {
  type?: string;
  saveData?: boolean;
}

const getConnection = (): Connection | undefined =>
  (navigator as Navigator & { connection?: Connection }).connection;

/** True if the connection is metered, so that requests that are not urgent should be made less often. */
export function isMetered(): boolean {
  return getConnection()?.saveData === true || getConnection()?.type === 'cellular';
}

/** Types of connections that are not metered. */
const UNMETERED_TYPES = ['wifi', 'ethernet'];

/** True if the browser reports the type of the connection. */
export function reportsConnectionType(): boolean {
  return getConnection()?.type !== undefined;
}

/** True if the browser reports Wi-Fi or Ethernet; false if it does not report the type. */
export function isOnWifi(): boolean {
  return UNMETERED_TYPES.includes(getConnection()?.type ?? '');
}
