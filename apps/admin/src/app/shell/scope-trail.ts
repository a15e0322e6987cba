/**
 * How many of the nearest organizations above the scope stand whole before it.
 * @param above widths in px of the organizations above, from the top down, each with its separator
 * @param rest px that the scope itself needs
 * @param more px of the mark for those that are left out
 * @param room px there are
 */
export function fitting(above: readonly number[], rest: number, more: number, room: number): number {
  let free = room - rest;
  let count = 0;
  for (const [index, width] of [...above].reverse().entries()) {
    const last = index === above.length - 1;
    if (free < width + (last ? 0 : more)) break;
    free -= width;
    count += 1;
  }
  return count;
}
