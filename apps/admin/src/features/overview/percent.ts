/** '87.5%' of "0.8750"; whole percents without a decimal. */
export function percentOf(share: string): string {
  return `${Number((Number(share) * 100).toFixed(1))}%`;
}
