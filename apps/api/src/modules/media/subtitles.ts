const TIMING =
  /^(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3}) --> (?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})((?: (?:vertical|line|position|size|align|region):[\w%,.-]+)*)$/;
const TAG = /<[^>]*>?/g;
const ALLOWED_TAG =
  /^<\/?(?:b|i|u|c|lang|ruby|rt)(?:\.[\w-]+)*(?: [a-z]{2,3}(?:-[A-Za-z]{2,4})?)?>$|^<v [^<>&"]{1,60}>$|^<\/v>$/;
const MOST_CUES = 20_000;

const ms = (hours: string | undefined, minutes = '0', seconds = '0', thousandths = '0') =>
  ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);

/**
 * Checks WebVTT text and writes it anew from what was understood: header, cues with rising times, and text with no more than VTT's own tags.
 * STYLE and REGION blocks and comments are left out. Null when it is not WebVTT that we would show.
 */
export function cleanSubtitles(text: string): string | null {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [head = '', ...blocks] = lines.split(/\n{2,}/);
  if (!/^WEBVTT(?:[ \t][^\n]*)?(?:\n|$)/.test(head) || lines.includes('\0')) return null;
  const cues: string[] = [];
  let before = -1;
  for (const block of blocks) {
    const body = block.trim();
    if (body === '' || /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(body)) continue;
    const cue = cueOf(body);
    if (!cue || cue.from < before || cues.length >= MOST_CUES) return null;
    before = cue.from;
    cues.push(cue.text);
  }
  return cues.length === 0 ? null : `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function cueOf(body: string): { from: number; text: string } | null {
  const lines = body.split('\n').map((line) => line.trim());
  if (!lines[0]?.includes('-->')) lines.shift(); // a cue's name
  const timing = TIMING.exec(lines.shift() ?? '');
  if (!timing || lines.length === 0) return null;
  const from = ms(timing[1], timing[2], timing[3], timing[4]);
  const to = ms(timing[5], timing[6], timing[7], timing[8]);
  const clean = lines.map(cleanLine);
  if (to <= from || clean.includes(null)) return null;
  return { from, text: [timing[0], ...clean].join('\n') };
}

/** The line when every tag in it is one of VTT's own, otherwise null. */
function cleanLine(line: string): string | null {
  if (line.includes('-->')) return null;
  const tags = line.match(TAG) ?? [];
  return tags.every((tag) => ALLOWED_TAG.test(tag)) ? line : null;
}
