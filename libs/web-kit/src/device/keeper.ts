import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/** Keeps small records on this device, by key. Where the browser forbids it, they last as long as the page. */
export interface Keeper<Value> {
  load: (key: string) => Promise<Value | null>;
  save: (key: string, value: Value) => Promise<void>;
  remove: (key: string) => Promise<void>;
  all: () => Promise<[key: string, value: Value][]>;
}

/** In memory: for tests, and as the stand-in where IndexedDB is blocked. */
export class MemoryKeeper<Value> implements Keeper<Value> {
  private readonly rows = new Map<string, string>();
  load = async (key: string) => {
    const row = this.rows.get(key);
    return row === undefined ? null : (JSON.parse(row) as Value);
  };
  save = async (key: string, value: Value) => void this.rows.set(key, JSON.stringify(value));
  remove = async (key: string) => void this.rows.delete(key);
  all = async () => [...this.rows].map(([key, row]): [string, Value] => [key, JSON.parse(row) as Value]);
}

/** In IndexedDB, one database per purpose. A failing write falls back to memory instead of stopping study or an exam. */
export class DeviceKeeper<Value> implements Keeper<Value> {
  private readonly memory = new MemoryKeeper<Value>();
  private readonly store: UseStore | null;

  constructor(purpose: string) {
    this.store = typeof indexedDB === 'undefined' ? null : createStore(`dangxiao-${purpose}`, 'records');
  }

  load = (key: string) =>
    this.attempt(
      async (store) => (await get<Value>(key, store)) ?? null,
      () => this.memory.load(key),
    );
  save = (key: string, value: Value) =>
    this.attempt(
      (store) => set(key, value, store),
      () => this.memory.save(key, value),
    );
  remove = (key: string) =>
    this.attempt(
      (store) => del(key, store),
      () => this.memory.remove(key),
    );
  all = () =>
    this.attempt(
      (store) => entries<string, Value>(store),
      () => this.memory.all(),
    );

  private async attempt<T>(act: (store: UseStore) => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    if (!this.store) return otherwise();
    try {
      return await act(this.store);
    } catch {
      return otherwise();
    }
  }
}
