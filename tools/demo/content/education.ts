import type { DemoCourse } from './types.ts';

export const education: DemoCourse = {
  title: '党员教育管理工作条例要点',
  summary: '用三篇短文弄清党员每年要参加哪些学习、学时怎样要求、支部怎样组织。',
  description: '<p>依据《中国共产党党员教育管理工作条例》整理，适合全体党员自学。读完三篇短文后参加单元测试。</p>',
  visibility: 'school',
  units: [
    {
      title: '学习要求',
      lessons: [
        {
          title: '每年学多少',
          readingSeconds: 60,
          html: '<h3>集中学习培训</h3><p>条例第二十条规定，党员每年集中学习培训时间一般不少于 32 学时。集中学习培训通常由基层党委或者党支部组织，可以采用集中轮训、专题党课、组织生活等形式。</p><h3>网络自学另算</h3><p>在线自学是集中学习的补充。许多地方把网络学习单独列为一项要求，与集中学习分别统计，不能互相抵用。学员在「我的学时」页面可以分别看到两项进度。</p><p>年老体弱、患有重病的党员，党组织应当根据实际情况提出适当要求。</p>',
        },
        {
          title: '怎样组织学习',
          readingSeconds: 60,
          html: '<h3>三会一课</h3><p>党支部应当定期召开支部党员大会、支部委员会会议、党小组会，按时上好党课。支部党员大会一般每季度召开一次，支部委员会会议和党小组会一般每月召开一次。</p><h3>主题党日</h3><p>党支部每月相对固定一天开展主题党日，组织党员集中学习、过组织生活、进行民主议事和志愿服务等。</p><blockquote>学习贵在经常。安排要提前告知，缺席要说明原因，学过要有记录。</blockquote>',
        },
        {
          title: '流动党员怎么学',
          readingSeconds: 45,
          required: false,
          html: '<p>外出六个月以上、没有转移组织关系的党员称为流动党员。流动党员由流出地和流入地党组织共同管理，可以参加流入地党组织的学习，也可以通过网络学习。</p><p>学习时间随人走：组织关系转移后，已取得的学时保留在本人的学习档案里。</p>',
        },
      ],
      exam: {
        title: '学习要求测试',
        draw: 4,
        minutes: 10,
        passPercent: 75,
        tries: 2,
        questions: [
          {
            kind: 'single',
            text: '条例规定，党员每年集中学习培训时间一般不少于多少学时？',
            options: ['24 学时', '32 学时', '50 学时', '56 学时'],
            correct: 'B',
            explanation: '条例第二十条：一般不少于 32 学时。',
          },
          {
            kind: 'true_false',
            text: '网络自学的学时可以直接抵算集中学习培训的 32 学时。',
            options: [],
            correct: 'B',
            explanation: '两项分别统计，是否认可由政策决定。',
          },
          {
            kind: 'single',
            text: '支部党员大会一般多久召开一次？',
            options: ['每周', '每月', '每季度', '每年'],
            correct: 'C',
            explanation: '支部党员大会一般每季度召开一次。',
          },
          {
            kind: 'multiple',
            text: '下列哪些属于「三会一课」？',
            options: ['支部党员大会', '支部委员会会议', '党小组会', '职工大会'],
            correct: 'ABC',
            explanation: '三会一课指支部党员大会、支部委员会会议、党小组会和党课。',
          },
          {
            kind: 'true_false',
            text: '组织关系转移后，党员已取得的学时仍归本人。',
            options: [],
            correct: 'A',
            explanation: '学时随人走。',
          },
        ],
      },
    },
  ],
};
