import { illustration, summaryPictures } from './art/index.ts';
import type { Script, Slide } from './script.ts';
import { colour } from './theme.ts';

/** The size at which slides are drawn. */
export const SLIDE = { width: 1280, height: 720 } as const;

const style = `
* { margin: 0; box-sizing: border-box; }
body { width: ${SLIDE.width}px; height: ${SLIDE.height}px; background: ${colour.paper}; color: ${colour.ink};
  font: 500 36px/1.45 'Noto Sans SC Variable', sans-serif; overflow: hidden; position: relative;
  font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; height: 100%; font-family: inherit; }
header { position: absolute; inset: 0 0 auto; height: 76px; padding: 0 64px; display: flex; align-items: center;
  font-size: 25px; color: ${colour.ink2}; border-bottom: 2px solid ${colour.line}; }
header::before { content: ''; width: 12px; height: 30px; background: ${colour.accent}; border-radius: 3px; margin-right: 16px; }
header b { font-weight: 600; color: ${colour.ink}; }
header span { margin-left: auto; }
footer { position: absolute; left: 64px; right: 64px; bottom: 22px; display: flex; align-items: center; gap: 24px;
  font-size: 24px; color: ${colour.ink3}; }
footer i { flex: 1; height: 6px; border-radius: 3px; background: ${colour.line}; overflow: hidden; }
footer i::before { content: ''; display: block; height: 100%; width: var(--done); background: ${colour.accent}; }
h1 { position: absolute; left: 64px; top: 108px; font-size: 54px; line-height: 1.3; font-weight: 700; white-space: pre-line; }
.art { position: absolute; right: 64px; top: 122px; width: 500px; height: 480px; }
.points { position: absolute; left: 44px; top: 220px; width: 630px; display: flex; flex-direction: column; gap: 14px;
  list-style: none; padding: 0; }
.points.four { gap: 6px; }
.points li { display: flex; align-items: center; gap: 22px; padding: 18px 20px; border-radius: 14px; border: 2px solid transparent;
  color: ${colour.ink2}; font-size: 38px; }
.points li b { flex: none; width: 54px; height: 54px; border-radius: 50%; background: ${colour.card}; border: 2px solid ${colour.line};
  color: ${colour.ink2}; display: grid; place-items: center; font-size: 29px; font-weight: 700; line-height: 1; }
.points li.lit { background: ${colour.card}; border-color: ${colour.line}; color: ${colour.ink}; font-weight: 600; }
.points li.lit b { background: ${colour.accent}; border-color: ${colour.accent}; color: ${colour.card}; }
.cover h1 { top: 262px; font-size: 60px; }
.cover .number { position: absolute; left: 64px; top: 178px; font-size: 34px; font-weight: 600; color: ${colour.accent}; }
.cover .rule { position: absolute; left: 64px; top: 470px; width: 120px; height: 6px; border-radius: 3px; background: ${colour.accent}; }
.cover .art { background: ${colour.card}; border-radius: 28px; padding: 22px; width: 540px; height: 500px; top: 112px; }
.summary .pictures { position: absolute; left: 64px; right: 64px; top: 206px; display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px; }
.summary figure { background: ${colour.card}; border: 2px solid ${colour.line}; border-radius: 20px; padding: 20px; height: 418px;
  display: flex; flex-direction: column; align-items: center; }
.summary figure.lit { border-color: ${colour.accent}; box-shadow: 0 0 0 3px ${colour.accent}; }
.summary figure div { height: 268px; width: 100%; }
.summary figcaption { flex: 1; display: grid; place-items: center; text-align: center; font-size: 32px; line-height: 1.35; font-weight: 600; }
table { position: absolute; left: 64px; top: 206px; width: ${SLIDE.width - 128}px; border-collapse: separate; border-spacing: 0 14px; }
td { height: 90px; background: ${colour.card}; border: 2px solid ${colour.line}; padding: 0 36px; font-size: 40px; color: ${colour.ink2}; }
td:first-child { border-radius: 14px 0 0 14px; border-right: 0; }
td:last-child { border-radius: 0 14px 14px 0; border-left: 0; text-align: right; font-weight: 700; color: ${colour.ink}; width: 320px; }
.lit td { background: ${colour.accentSoft}; border-color: ${colour.accent}; color: ${colour.ink}; font-weight: 600; }
.lit td:last-child { color: ${colour.accent}; }
`;

const lit = (index: number, point: number | null, others = ''): string =>
  ` class="${others}${index === point ? ' lit' : ''}"`;

function pointList(slide: Slide, point: number | null): string {
  const items = slide.points.map((text, index) => `<li${lit(index, point)}><b>${index + 1}</b>${text}</li>`);
  return `<ol class="points ${items.length > 3 ? 'four' : ''}">${items.join('')}</ol>`;
}

function table(slide: Slide, point: number | null): string {
  const rows = slide.points.map((row, index) => {
    const cells = row.split('|').map((cell) => `<td>${cell}</td>`);
    return `<tr${lit(index, point)}>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function summary(slide: Slide, pictures: string[], point: number | null): string {
  const figures = slide.points.map((text, index) => {
    const caption = text.split('，').join('<br>');
    return `<figure${lit(index, point)}><div>${pictures[index] ?? ''}</div><figcaption><p>${caption}</p></figcaption></figure>`;
  });
  return `<div class="pictures">${figures.join('')}</div>`;
}

/** The part between header and footer, and the class that lays it out. */
function body(script: Script, slide: Slide, point: number | null): { layout: string; content: string } {
  const pictures = summaryPictures(slide.art);
  if (pictures) return { layout: 'summary', content: summary(slide, pictures, point) };
  if (slide.art === 'table') return { layout: 'table', content: table(slide, point) };
  const art = `<div class="art">${illustration(slide.art)}</div>`;
  if (slide.points.length > 0) return { layout: 'list', content: pointList(slide, point) + art };
  return { layout: 'cover', content: `<p class="number">第 ${script.number} 讲</p><div class="rule"></div>${art}` };
}

/** One slide as a page of its own; `point` (0-based) is lit. `fontCss` is the address of the font's style sheet. */
export function slidePage(script: Script, index: number, point: number | null, fontCss: string): string {
  const slide = script.slides[index];
  if (!slide) throw new Error(`Lecture ${script.number} has no slide ${index + 1}`);
  const { layout, content } = body(script, slide, point);
  const done = ((index + 1) / script.slides.length) * 100;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="stylesheet" href="${fontCss}"><style>${style}</style>
<body><div class="${layout}"><header><b>${script.course}</b><span>第 ${script.number} 讲　${script.title}</span></header>
<h1>${slide.heading}</h1>${content}
<footer><i style="--done:${done}%"></i><span>${index + 1} / ${script.slides.length}</span></footer></div></body></html>`;
}
