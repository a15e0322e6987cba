import { useCallback, useEffect, useRef, useState } from 'react';
import { Upload } from 'tus-js-client';

export type UploadState =
  | { phase: 'idle' }
  | { phase: 'sending' | 'paused'; name: string; sent: number; total: number; perSecond: number }
  | { phase: 'failed'; name: string; sent: number; total: number };

interface Options {
  /** Called with the id of the finished upload. */
  onDone: (uploadId: string, file: File) => void;
}

const chunkBytes = 8 * 1024 * 1024;
const idOf = (url: string | null) => url?.split('/').at(-1) ?? '';

/**
 * Sends one file by the tus protocol: shows real progress, pauses, goes on after a lost connection, and after a reload when the same file is
 * chosen again.
 */
export function useUpload({ onDone }: Options) {
  const [state, setState] = useState<UploadState>({ phase: 'idle' });
  const upload = useRef<Upload | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  }, [onDone]);
  useEffect(() => () => void upload.current?.abort(), []);

  const begin = useCallback(async (file: File) => {
    const name = file.name;
    const started = performance.now();
    let first = -1;
    const current = new Upload(file, {
      endpoint: '/api/v1/uploads',
      chunkSize: chunkBytes,
      retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: name, filetype: file.type },
      onProgress: (sent, total) => {
        if (first < 0) first = sent;
        const seconds = (performance.now() - started) / 1000;
        setState({ phase: 'sending', name, sent, total, perSecond: seconds > 1 ? (sent - first) / seconds : 0 });
      },
      onError: () => setState((before) => ({ ...sentOf(before, file), phase: 'failed', name })),
      onSuccess: () => {
        setState({ phase: 'idle' });
        done.current(idOf(current.url), file);
      },
    });
    upload.current = current;
    setState({ phase: 'sending', name, sent: 0, total: file.size, perSecond: 0 });
    const [earlier] = await current.findPreviousUploads();
    if (earlier) current.resumeFromPreviousUpload(earlier);
    current.start();
  }, []);

  const pause = useCallback(() => {
    void upload.current?.abort();
    setState((before) => (before.phase === 'sending' ? { ...before, phase: 'paused' } : before));
  }, []);
  const resume = useCallback(() => {
    setState((before) => (before.phase === 'idle' ? before : { perSecond: 0, ...before, phase: 'sending' }));
    upload.current?.start();
  }, []);
  const cancel = useCallback(() => {
    void upload.current?.abort(true);
    upload.current = null;
    setState({ phase: 'idle' });
  }, []);
  return { state, begin, pause, resume, cancel };
}

function sentOf(state: UploadState, file: File): { sent: number; total: number } {
  return state.phase === 'idle' ? { sent: 0, total: file.size } : { sent: state.sent, total: state.total };
}
