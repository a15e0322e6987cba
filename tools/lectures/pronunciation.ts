/**
 * espeak-ng reads Chinese one character at a time, so that characters with several readings come out wrong in some
 * words. These words are replaced by pinyin with tone numbers, the longest first.
 */
const READINGS: Record<string, string> = {
  重新: 'chong2xin1',
  重置: 'chong2zhi4',
  重复: 'chong2fu4',
  着急: 'zhao2ji2',
  觉得: 'jue2de5',
  得了: 'de2 le5',
  部分: 'bu4fen5',
  地方: 'di4fang5',
  各地: 'ge4di4',
  更正: 'geng1zheng4',
  要求: 'yao1qiu2',
  交卷: 'jiao1juan4',
  // 一 and 不 change their tone before the next syllable, but not in a number.
  第一次: 'di4 yi1 ci4',
  一次: 'yi2ci4',
  一下: 'yi2xia4',
  一段: 'yi2duan4',
  一遍: 'yi2bian4',
  一列: 'yi2lie4',
  一项: 'yi2xiang4',
  一道: 'yi2dao4',
  一步: 'yi2bu4',
  一目了然: 'yi2mu4 liao3ran2',
  一起: 'yi4qi3',
  一条: 'yi4tiao2',
  一门: 'yi4men2',
  一题: 'yi4ti2',
  一台: 'yi4tai2',
  一讲: 'yi4jiang3',
  一笔: 'yi4bi3',
  不要: 'bu2yao4',
  不会: 'bu2hui4',
  不到: 'bu2dao4',
  不认识: 'bu2ren4shi5',
  就不能: 'jiu4 bu4neng2',
};

const DIGITS = '零一二三四五六七八九';

/** A whole number below 1000 as it is read in Chinese: 15 → 十五, 30 → 三十, 105 → 一百零五. */
export function readNumber(value: number): string {
  const digit = (n: number) => DIGITS.charAt(n);
  if (value < 10) return digit(value);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const lead = hundreds > 0 ? `${digit(hundreds)}百` : '';
  const middle =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return lead + middle + (ones > 0 ? digit(ones) : '');
}

/** The text as it is given to the speech program: numbers in words, 90% as 百分之九十, ambiguous words as pinyin. */
export function spokenForm(text: string): string {
  const inWords = text
    .replace(/(\d+)\s*%/g, (_, n: string) => `百分之${readNumber(Number(n))}`)
    .replace(/(\d+)\.(\d+)/g, (_, whole: string, part: string) => {
      const decimals = [...part].map((digit) => DIGITS.charAt(Number(digit))).join('');
      return `${readNumber(Number(whole))}点${decimals}`;
    })
    .replace(/\d+/g, (n) => readNumber(Number(n)))
    .replace(/[“”《》]/g, '')
    .replace(/\s+/g, '');
  return Object.entries(READINGS)
    .sort(([a], [b]) => b.length - a.length)
    .reduce((spoken, [word, pinyin]) => spoken.replaceAll(word, ` ${pinyin} `), inWords)
    .trim();
}
