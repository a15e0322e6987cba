import { GlobalOutlined } from '@ant-design/icons';
import { changeLanguage } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Shows the other language; named in that language, for those who read only it. */
export function LanguageSwitch() {
  const { i18n } = useTranslation('app');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      icon={<GlobalOutlined aria-hidden />}
      lang={other}
      onClick={() => void changeLanguage(i18n, other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
