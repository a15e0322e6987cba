import { SearchOutlined } from '@ant-design/icons';
import { useSearchText } from '@dangxiao/web-kit';
import { Input } from 'antd';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  width?: number;
}

/** A search word that is taken over when typing pauses. */
export function SearchField({ label, value, onChange, width = 260 }: Props) {
  const { input } = useSearchText(value, onChange);
  return (
    <Input
      type="search"
      allowClear
      maxLength={60}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={label}
      aria-label={label}
      {...input}
      style={{ width, maxWidth: '100%' }}
    />
  );
}
