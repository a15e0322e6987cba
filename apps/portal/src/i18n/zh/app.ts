export const app = {
  name: '网上党校',
  loading: '正在载入',
  retry: '重试',
  reload: '刷新页面',
  broken: '页面没有打开成功',
  brokenHint: '可能是系统刚刚更新过，请刷新页面后再试。',
  missing: '没有找到这项内容',
  missingHint: '如果是别人发来的链接，请与对方核对；有疑问请联系所在组织。',
  unreachable: '连接不上服务器',
  unreachableHint: '请检查手机或电脑的网络。恢复后，这个页面会自动打开。',
  unreachableKept: '已保存在本机的学习进度和答案不会丢失。',
  failed: '暂时打不开这个页面',
  toHome: '回到首页',
  toCourses: '查看全部课程',
  notFound: '没有找到这个页面',
  notFoundHint: '地址可能有误，或者内容已被移走。',
  noLearner: '此账号没有对应的学员，不能在这里学习。如果您是管理员，请前往管理后台。',
  toAdmin: '前往管理后台',
  close: '关闭',
  cancel: '取消',
  more: '显示更多',
  showPassword: '显示或隐藏密码',
  brand: '{{school}}，回到首页',
};

export const nav = {
  main: '主导航',
  skip: '跳到正文',
  home: '首页',
  learning: '学习',
  activities: '活动',
  hours: '学时',
  me: '我的',
};

export const modes = { largeText: '大字版', normalText: '标准版', dark: '深色', light: '浅色' };
