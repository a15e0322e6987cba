/** '83.3%' of "0.8333". */
export const percentOf = (share: string) => `${Math.round(Number(share) * 1000) / 10}%`;

/** '83.3%' of 5 in 6; '–' of nothing. */
export const shareOf = (part: number, whole: number) => (whole === 0 ? '–' : percentOf(String(part / whole)));
