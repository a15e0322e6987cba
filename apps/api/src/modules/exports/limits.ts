/** An export of more rows is refused: five full sheets of Excel, about a gigabyte. */
export const MOST_ROWS = 5_000_000;
/** So many of one account may wait or run. */
export const MOST_UNDER_WAY = 3;
/** Entries of the list are forgotten so many days after their file. */
export const FORGET_AFTER_DAYS = 90;
export const DAY_MS = 86_400_000;
