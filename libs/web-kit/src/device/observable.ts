/** A value that components can follow with `useSyncExternalStore`. */
export class Observable<Value> {
  private readonly listeners = new Set<() => void>();
  private value: Value;

  constructor(first: Value) {
    this.value = first;
  }

  readonly get = (): Value => this.value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Replaces the fields that are given; tells nobody when nothing changed. */
  set(change: Partial<Value>): void {
    const keys = Object.keys(change) as (keyof Value)[];
    if (keys.every((key) => Object.is(this.value[key], change[key]))) return;
    this.value = { ...this.value, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
