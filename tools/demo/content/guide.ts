import type { DemoCourse } from './types.ts';

/** The first course teaches how to use this platform; its lectures are in ../lectures. */
export const guide: DemoCourse = {
  title: '网上党校使用入门',
  summary: '三讲短课，教您登录与设置大字版、观看课程与了解学时、参加单元测试与查看学时。',
  description:
    '<p>本课程面向第一次使用网上党校的学员。每讲不到三分钟，看完三讲后参加一次单元测试，合格即可获得学时。</p><ul><li>第一讲：登录、激活与大字版</li><li>第二讲：怎样看课、学时怎样计算</li><li>第三讲：怎样考试、学时从哪里来</li></ul>',
  visibility: 'school',
  units: [
    {
      title: '使用网上党校',
      lessons: [{ lecture: 1 }, { lecture: 2 }, { lecture: 3 }],
      exam: {
        title: '使用入门测试',
        draw: 5,
        minutes: 15,
        passPercent: 60,
        tries: 3,
        questions: [
          {
            kind: 'single',
            text: '第一次观看一讲课程时，下列哪种做法可以正常累计学习时间？',
            options: ['直接拖到结尾', '按顺序观看', '同时打开十门课程', '关闭页面等待'],
            correct: 'B',
            explanation: '第一次观看不能跳到尚未播放的位置，按顺序观看才会计入。',
          },
          {
            kind: 'single',
            text: '按照默认的折算办法，一讲 20 分钟的课程看完后可得多少学时？',
            options: ['0.25 学时', '0.5 学时', '1 学时', '2 学时'],
            correct: 'B',
            explanation: '超过 15 分钟、不足 30 分钟的课程折算 0.5 学时。',
          },
          {
            kind: 'single',
            text: '考试途中网络断开，正确的做法是？',
            options: ['立即关闭页面', '重新注册账号', '继续作答，答案保存在本机', '等到第二天再做'],
            correct: 'C',
            explanation: '断网时答案保存在本机，恢复后自动上传。',
          },
          {
            kind: 'true_false',
            text: '重复观看已经完成的课程，可以再次获得学时。',
            options: [],
            correct: 'B',
            explanation: '同一讲课程只计一次学时。',
          },
          {
            kind: 'true_false',
            text: '在任何页面都可以一键切换大字版。',
            options: [],
            correct: 'A',
            explanation: '大字版按钮在每个页面的固定位置，登录前也可以使用。',
          },
          {
            kind: 'multiple',
            text: '「我的学时」页面可以看到哪些内容？',
            options: ['每项要求还差多少', '每条学时的来源', '其他学员的排名', '学时对应的规则'],
            correct: 'ABD',
            explanation: '学时页面显示要求、差额与每条学时的依据，不设排名。',
          },
          {
            kind: 'multiple',
            text: '观看进度条上，哪些情况会显示为斜纹（未计入）？',
            options: [
              '播放速度超过允许范围的部分',
              '已经正常看完的部分',
              '断网超过 10 分钟的部分',
              '跳过未看的部分又提前播放',
            ],
            correct: 'ACD',
            explanation: '斜纹表示看过但未计入的时间，点开可以看到原因。',
          },
          {
            kind: 'single',
            text: '忘记密码时应当怎么办？',
            options: ['联系本单位管理员获取一次性代码', '借用他人账号', '反复尝试密码', '重新入党校报名'],
            correct: 'A',
            explanation: '管理员可以发放一次性代码，用它设置新密码。',
          },
        ],
      },
    },
  ],
};
