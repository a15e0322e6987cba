import type HlsType from 'hls.js';

/** How the stream stands: interrupted means that it tries by itself to go on. */
export type StreamStatus = 'loading' | 'ready' | 'interrupted' | 'failed';
export interface Level {
  index: number;
  /** Lines of the picture; 0 for sound alone. */
  height: number;
}
export interface Stream {
  /** Plays a level, or chooses by the network when null. */
  setLevel: (index: number | null) => void;
  /** Tries again after an interruption or a failure. */
  retry: () => void;
  close: () => void;
}
interface StreamEvents {
  onStatus: (status: StreamStatus) => void;
  onLevels: (levels: readonly Level[]) => void;
}

const again = 3_000;

/** Plays an HLS stream in a media element: by hls.js, loaded only now, or by the browser itself where that is all there is. */
export async function attachStream(
  media: HTMLMediaElement,
  url: string,
  startMs: number,
  events: StreamEvents,
): Promise<Stream> {
  const { default: Hls } = await import('./hls-light.js');
  return Hls.isSupported() ? byHls(Hls, media, url, startMs, events) : natively(media, url, startMs, events);
}

function byHls(
  Hls: typeof HlsType,
  media: HTMLMediaElement,
  url: string,
  startMs: number,
  events: StreamEvents,
): Stream {
  const hls = new Hls({
    startPosition: startMs / 1000,
    capLevelToPlayerSize: true,
    maxBufferLength: 60,
    abrEwmaDefaultEstimate: 800_000, // begins modestly: many networks here carry 2 Mbit/s
  });
  let timer: ReturnType<typeof setTimeout> | null = null;
  let mediaErrors = 0;
  hls.on(Hls.Events.MANIFEST_PARSED, (_event, { levels }) => {
    events.onLevels(levels.map(({ height }, index) => ({ index, height: height || 0 })));
    events.onStatus('ready');
  });
  hls.on(Hls.Events.FRAG_LOADED, () => events.onStatus('ready'));
  hls.on(Hls.Events.ERROR, (_event, { fatal, type, details, response }) => {
    if (!fatal) return;
    const refused = response?.code !== undefined && response.code >= 400 && response.code < 500;
    if (type === Hls.ErrorTypes.MEDIA_ERROR && mediaErrors < 3) {
      mediaErrors += 1;
      hls.recoverMediaError();
    } else if (type === Hls.ErrorTypes.NETWORK_ERROR && !refused) {
      events.onStatus('interrupted');
      const manifest = details.startsWith('manifest');
      timer = setTimeout(() => (manifest ? hls.loadSource(url) : hls.startLoad()), again);
    } else events.onStatus('failed');
  });
  hls.loadSource(url);
  hls.attachMedia(media);
  return {
    setLevel: (index) => {
      hls.nextLevel = index ?? -1;
    },
    retry: () => {
      events.onStatus('loading');
      if (hls.levels.length === 0) hls.loadSource(url);
      else hls.startLoad();
    },
    close: () => {
      if (timer) clearTimeout(timer);
      hls.destroy();
    },
  };
}

function natively(media: HTMLMediaElement, url: string, startMs: number, events: StreamEvents): Stream {
  const ready = () => {
    if (startMs > 0) media.currentTime = startMs / 1000;
    events.onStatus('ready');
  };
  const failed = () => events.onStatus(media.error?.code === MediaError.MEDIA_ERR_NETWORK ? 'interrupted' : 'failed');
  media.addEventListener('loadedmetadata', ready, { once: true });
  media.addEventListener('error', failed);
  media.src = url;
  return {
    setLevel: () => undefined,
    retry: () => media.load(),
    close: () => {
      media.removeEventListener('loadedmetadata', ready);
      media.removeEventListener('error', failed);
      media.removeAttribute('src');
      media.load();
    },
  };
}
