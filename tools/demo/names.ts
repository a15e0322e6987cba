import type { Random } from './random.ts';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金',
];
const givenOfElders =
  '建国 国强 志明 桂英 秀兰 玉珍 淑华 德胜 福生 春梅 凤英 金山 永福 桂兰 秀珍 长林 庆华 玉兰 素芬 树林'.split(' ');
const givenOfAdults =
  '伟 芳 娜 敏 静 丽娟 军 洋 勇 艳 杰 涛 明 超 霞 平 刚 海燕 志强 晓东 文博 雪梅 红梅 立新 卫东 丽华 建华 小红 爱民 振华 海涛 慧敏'.split(
    ' ',
  );
const givenOfYoung =
  '浩然 子轩 雨桐 思远 欣怡 俊杰 佳琪 梓涵 天宇 诗涵 博文 嘉怡 宇航 雅婷 晨曦 明轩 若曦 一鸣 梦琪 泽宇'.split(' ');

/** A name as people of different ages have them. */
export function personName(random: Random): string {
  const age = random.next();
  const given = age < 0.3 ? givenOfElders : age < 0.8 ? givenOfAdults : givenOfYoung;
  return random.pick(surnames) + random.pick(given);
}
