/** Runs parameterised SQL: `Pg` outside a transaction, `Tx` inside one, so that shared queries serve both. */
export interface Sql {
  /** All rows. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** The first row or null. */
  one<Row>(sql: string, params?: readonly unknown[]): Promise<Row | null>;
  /** How many rows were written. */
  execute(sql: string, params?: readonly unknown[]): Promise<number>;
}
