import '../transfer/transfer.css';

interface Props {
  /** The accessible name. */
  label: string;
  /** 0–1, or null if unknown. */
  fraction: number | null;
}

export function ProgressBar({ label, fraction }: Props) {
  const percent = fraction === null ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div
      class="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      data-unknown={fraction === null}
      style={{ '--share': fraction ?? 0.3 }}
    />
  );
}
