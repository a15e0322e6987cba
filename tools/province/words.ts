import type { Random } from '../demo/random.ts';

const surnames = [
  ...'王王王王王李李李李李张张张张张刘刘刘刘陈陈陈陈杨杨杨黄黄黄赵赵赵吴吴吴周周周徐徐孙孙马马朱朱胡胡郭郭何何高林林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常',
];
const elders = [...'国建志明福德长玉秀桂春淑凤金永庆树素祥荣华贵生根林山珍英兰芳梅芬'];
const adults = [...'伟芳娜敏静丽军洋勇艳杰涛明超霞平刚海燕强东文红立卫建爱振慧辉斌鹏玲波健'];
const young = [...'浩子雨思欣俊佳梓天诗博嘉宇雅晨若一梦泽然轩桐怡琪涵航婷曦鸣睿瑶哲妍宁逸'];
const single = [...'伟芳娜敏静丽军洋勇艳杰涛明超霞平刚强辉斌鹏玲波健磊娟莉毅鑫琳倩旭'];

/** A name as people born in that year have them. */
export function nameOf(random: Random, born: number): string {
  const given = born < 1965 ? elders : born < 1988 ? adults : young;
  const surname = random.pick(surnames);
  if (born >= 1965 && random.next() < 0.22) return surname + random.pick(single);
  return surname + random.pick(given) + random.pick(given);
}

/** Invented: no city or county of these names exists together. */
export const cities = '云岭 青江 临溪 南浦 东屏 西岚 北渡 望川 安麓 平澜'.split(' ');
const counties = [...'清泰宁永长新和兴福康'];
const endings = [...'河山阳溪原川林丰源平'];
const towns = '城关 石桥 柳河 大坪 龙潭 青石 白水 双溪 红岩'.split(' ');
const villages =
  '东风 北门 新华 光明 前进 团结 胜利 和平 幸福 长青 向阳 南湾 西岭 石坝 竹园 梅林 桃源 柏树 黄桷 三官'.split(' ');
const offices = '教育局 卫生健康局 财政局 水利局 农业农村局 交通运输局 民政局 文化和旅游局 林业局 税务局'.split(' ');

/** 清河县, 泰山县 …: a hundred different ones. */
export const countyName = (city: number, county: number) =>
  `${counties[city % 10]}${endings[(city * 3 + county) % 10]}${county === 0 ? '区' : '县'}`;

export const townName = (county: number, town: number) =>
  town < 7
    ? `${towns[(county + town) % towns.length]}${town === 0 ? '街道' : '镇'}`
    : `${offices[(county + town) % offices.length]}`;

export const villageName = (town: number, village: number) =>
  villages[(town * 5 + village) % villages.length] as string;
