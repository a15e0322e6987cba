/** Phones by Apple let only the video itself fill the screen. */
type AppleVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

export function toggleFullscreen(frame: HTMLElement | null, video: HTMLVideoElement | null): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else if (frame && typeof frame.requestFullscreen === 'function')
    void frame.requestFullscreen().catch(() => undefined);
  else (video as AppleVideo | null)?.webkitEnterFullscreen?.();
}
