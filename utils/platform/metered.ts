/** As far as the browser tells: Firefox tells nothing, Chromium the kind of line on Android alone. */
interface Connection {
  type?: string;
  saveData?: boolean;
}

/** True where data may cost money: what could wait is asked for less often. */
export function isMetered(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || connection?.type === 'cellular';
}

/** Networks that cost nothing by the amount. */
const FREE = ['wifi', 'ethernet'];

/** True where the browser says what kind of network it is on. Firefox never does, Chromium on Android and ChromeOS. */
export function tellsNetwork(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.type !== undefined;
}

/** True where the browser says that it is on Wi-Fi or a cable; false where it says nothing. */
export function isOnWifi(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.type !== undefined && FREE.includes(connection.type);
}
