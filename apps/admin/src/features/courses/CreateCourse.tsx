import { catalog } from '@dangxiao/contracts';
import { Form, Input, Radio } from 'antd';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { FormDrawer, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

interface Values {
  title: string;
  visibility: 'subtree' | 'school';
}

export function CreateCourse(props: { open: boolean; organizationId: string; onClose: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const form = useContractForm<typeof catalog.createCourse, Values>(catalog.createCourse, {
    request: (values) => ({
      body: { organizationId: props.organizationId, unitTitle: text('courses.firstUnit'), ...values },
    }),
    refreshes: [catalog.listCourses],
    onDone: ({ id }) => void navigate(paths.course(id)),
  });
  return (
    <FormDrawer<Values>
      open={props.open}
      title={text('courses.create')}
      onClose={props.onClose}
      form={form}
      initialValues={{ title: '', visibility: 'subtree' }}
      submitLabel={text('courses.createAction')}
    >
      <Form.Item name="title" label={text('courses.title')} extra={text('courses.titleHint')}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="visibility" label={text('courses.visibility.label')}>
        <Radio.Group
          options={[
            { value: 'subtree', label: text('courses.visibility.subtree') },
            { value: 'school', label: text('courses.visibility.school') },
          ]}
          vertical
        />
      </Form.Item>
    </FormDrawer>
  );
}
