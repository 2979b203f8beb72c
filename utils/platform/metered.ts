/** The Network Information API: Firefox lacks it; Chromium reports the type of connection on Android and ChromeOS only. */
interface Connection {
  type?: string;
  saveData?: boolean;
}

const connection = (): Connection | undefined =>
  (navigator as Navigator & { connection?: Connection }).connection;

/** True if data may cost money, so that requests that can wait are made less often. */
export function isMetered(): boolean {
  return connection()?.saveData === true || connection()?.type === 'cellular';
}

/** Connection types that are not metered. */
const FREE = ['wifi', 'ethernet'];

/** True if the browser reports the type of connection. */
export function reportsConnectionType(): boolean {
  return connection()?.type !== undefined;
}

/** True if the browser reports Wi-Fi or Ethernet; false if it reports nothing. */
export function isOnWifi(): boolean {
  return FREE.includes(connection()?.type ?? '');
}
