const listeners = new Set<() => void>();

/** Told by the client when the server says that nobody is signed in (any more); the session provider listens. */
export const sessionLost = {
  announce: () => listeners.forEach((listener) => listener()),
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
