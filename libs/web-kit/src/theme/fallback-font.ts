/**
 * Whether this machine can draw Chinese: two different characters look different. Where it cannot (both are the same empty box) an app loads
 * the packaged font, which nobody else has to pay for.
 */
export function hasChineseFont(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 32;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return true;
  context.font = '24px sans-serif';
  context.textBaseline = 'top';
  const drawn = (text: string) => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillText(text, 2, 2);
    return context.getImageData(0, 0, canvas.width, canvas.height).data.join();
  };
  return drawn('学') !== drawn('口');
}
