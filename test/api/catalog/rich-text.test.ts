import { cleanRichText, hasText } from '../../../apps/api/src/modules/catalog/rich-text.ts';

const hostile: [string, string][] = [
  ['<p>好<script>alert(1)</script></p>', '<p>好</p>'],
  ['<img src=x onerror=alert(1)>', ''],
  ['<svg><script>alert(1)</script><a href="javascript:x">y</a></svg>', ''],
  ['<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>', ''],
  ['<a href="javascript:alert(1)">x</a>', '<a target="_blank" rel="noopener noreferrer nofollow">x</a>'],
  ['<a href="JaVaScRiPt&colon;alert(1)">x</a>', '<a target="_blank" rel="noopener noreferrer nofollow">x</a>'],
  ['<a href="java\nscript:alert(1)">x</a>', '<a target="_blank" rel="noopener noreferrer nofollow">x</a>'],
  ['<a href="data:text/html,<script>1</script>">x</a>', '<a target="_blank" rel="noopener noreferrer nofollow">x</a>'],
  ['<a href="//evil.example">x</a>', '<a target="_blank" rel="noopener noreferrer nofollow">x</a>'],
  ['<p style="position:fixed" class="x" onclick="y()" id="z">a</p>', '<p>a</p>'],
  ['<iframe srcdoc="<script>1</script>"></iframe><object data="x"></object><embed src="x">', ''],
  ['<form action="/x"><input name="a"><button>b</button></form>', 'b'],
  [
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=x"><link rel="stylesheet" href="x">',
    '',
  ],
  ['<scr<script>ipt>alert(1)</scr</script>ipt>', 'ipt&gt;alert(1)ipt&gt;'],
  ['<!--<img src="--><img src=x onerror=alert(1)//">', ''],
  ['<p>a</p><style>@import "x"</style>', '<p>a</p>'],
  ['<template><script>1</script></template><noscript><p title="</noscript><img src=x onerror=alert(1)>">', ''],
];

describe('rich text', () => {
  it.each(hostile)('is reduced to text and structure: %s', (html, expected) => {
    const clean = cleanRichText(html);
    expect(clean).not.toMatch(/<(script|img|svg|iframe|object|embed|style|form|base|meta|link)|\son\w+=|javascript:/i);
    expect(clean).toBe(expected);
    expect(cleanRichText(clean)).toBe(clean);
  });

  it('keeps what authors need', () => {
    const html =
      '<h2>标题</h2><p>一<strong>二</strong><em>三</em><br />四</p><ul><li>五</li></ul><table><tbody><tr><td colspan="2">六</td></tr></tbody></table>';
    expect(cleanRichText(html)).toBe(html);
    expect(cleanRichText('<a href="https://a.example/">链接</a>')).toBe(
      '<a href="https://a.example/" target="_blank" rel="noopener noreferrer nofollow">链接</a>',
    );
  });

  it('survives deep nesting and length without stalling', () => {
    const began = performance.now();
    cleanRichText('<p>'.repeat(16_000));
    cleanRichText('<a href="'.repeat(5_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('knows whether anything is said', () => {
    expect(hasText('<p>&nbsp;</p><p> </p>')).toBe(false);
    expect(hasText(null)).toBe(false);
    expect(hasText('<p>字</p>')).toBe(true);
  });
});
