export type FoundKind = 'page' | 'action' | 'organization' | 'person' | 'course' | 'assignment' | 'exam';

/** One line of the search: what it is, what tells it apart, and what Enter does. */
export interface Entry {
  key: string;
  kind: FoundKind;
  name: string;
  hint: string;
  open: () => void;
}

export interface Section {
  id: string;
  label: string;
  state: 'ready' | 'waiting' | 'failed';
  entries: readonly Entry[];
  /** Of a section that failed. */
  retry?: () => void;
}
