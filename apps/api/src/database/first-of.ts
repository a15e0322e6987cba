/**
 * Of a queue the first rows, as a condition on its `id`: `delete from queue where ${firstOf('queue', '$1')}`. They are found once, as an array: a
 * join with them may be planned as a search for every row of the queue, when it was analysed while it was empty and filled since.
 * @param locking SQL after the limit
 */
export const firstOf = (queue: string, limit: string | number, locking = 'for update skip locked'): string =>
  `id = any(array(select id from ${queue} order by id limit ${limit} ${locking}))`;
