import '../transfer/transfer.css';

interface Props {
  /** The accessible name. */
  label: string;
  /** 0–1, or null if unknown. */
  share: number | null;
}

export function ProgressBar({ label, share }: Props) {
  const value = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      class="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      data-unknown={share === null}
      style={{ '--share': share ?? 0.3 }}
    />
  );
}
