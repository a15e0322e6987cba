import { FileProblem } from './file-problem.ts';
import type { XmlHandler } from './xml.ts';

const MOST = 3_000_000;

/** The texts that cells refer to by number. How a text is to be read aloud (rPh) is no part of it. */
export class SharedStrings implements XmlHandler {
  readonly list: string[] = [];
  private current = '';
  private inText = false;
  private aside = false;

  open(tag: string): void {
    if (tag === 'si') this.current = '';
    else if (tag === 'rPh') this.aside = true;
    else if (tag === 't') this.inText = !this.aside;
  }

  text(text: string): void {
    if (this.inText) this.current += text;
  }

  close(tag: string): void {
    if (tag === 't') this.inText = false;
    else if (tag === 'rPh') this.aside = false;
    else if (tag === 'si' && this.list.push(this.current) > MOST) throw new FileProblem('file_bomb');
  }
}
