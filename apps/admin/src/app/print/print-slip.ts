/** Prints a few lines on a sheet of their own, without the page around them. Text only: nothing in it is read as HTML. */
export function printSlip(title: string, lines: readonly string[]): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  document.body.append(frame);
  const sheet = frame.contentDocument;
  if (!sheet) return;
  sheet.title = title;
  for (const line of lines) {
    const paragraph = sheet.createElement('p');
    paragraph.textContent = line;
    paragraph.style.cssText = 'font:18px/1.8 sans-serif;margin:0 0 12px';
    sheet.body.append(paragraph);
  }
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow?.print();
}
