export const app = {
  name: '网上党校',
  loading: '正在载入',
  retry: '重试',
  reload: '刷新页面',
  broken: '页面没有打开成功,可能是系统刚刚更新过,请刷新后再试',
  notFound: '没有找到这个页面',
  notFoundHint: '地址可能有误,或者内容已被移走',
  noLearner: '此账号没有对应的学员,不能在这里学习。如果您是管理员,请前往管理后台。',
  toAdmin: '前往管理后台',
  close: '关闭',
  cancel: '取消',
  more: '显示更多',
  showPassword: '显示或隐藏密码',
  brand: '{{school}},回到首页',
};

export const nav = {
  main: '主导航',
  skip: '跳到正文',
  home: '首页',
  courses: '课程',
  hours: '学时',
  me: '我的',
};

export const modes = { largeText: '大字版', normalText: '标准版', dark: '深色', light: '浅色' };
