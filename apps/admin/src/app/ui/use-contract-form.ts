import { fieldsOf, type Endpoint, type ErrorCode, type FieldError } from '@dangxiao/contracts';
import {
  fieldErrorText,
  useErrorText,
  useKitText,
  useMutationOf,
  type AnswerOf,
  type ApiFailure,
  type InputOf,
} from '@dangxiao/web-kit';
import { Form, type FormInstance, type FormProps } from 'antd';
import { useRef, useState } from 'react';

interface Options<E extends Endpoint, Values> {
  /** What is sent for the values of the form. Names of fields are paths into the body. */
  request: (values: Values) => InputOf<E>;
  /** Endpoints whose answers are read again afterwards. */
  refreshes?: readonly { id: string }[];
  onDone?: (answer: AnswerOf<E>, input: InputOf<E>) => void;
  /** `caught` of `useStaleEdit`: true when another person's save was in the way, which has been dealt with. */
  overtaken?: (failure: ApiFailure, mine: Values, save: () => void) => boolean;
  /** The field beside which a code is worded; other codes stand above the form. */
  fieldOf?: Partial<Record<ErrorCode, string>>;
}

export interface ContractForm<Values> {
  form: FormInstance<Values>;
  /** For antd's `Form`; spread it. */
  formProps: FormProps<Values>;
  /** The id of the form on the page, for a submit button that stands outside of it. */
  id: string;
  /** Does the form hold values that are not saved? */
  changed: () => boolean;
  submit: () => void;
  pending: boolean;
  /** Worded, for the whole form; undefined when there is none. */
  problem: string | undefined;
  /** Forgets values and problems. */
  reset: () => void;
}

const namePath = (path: string) =>
  path
    .replace(/^body\./, '')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** A form for one writing endpoint: checked with the contract's own schema, then by the server; both word their errors at the fields. */
export function useContractForm<E extends Endpoint, Values extends object>(
  endpoint: E,
  { request, refreshes, onDone, overtaken, fieldOf }: Options<E, Values>,
): ContractForm<Values> {
  const [form] = Form.useForm<Values>();
  const kit = useKitText();
  const errors = useErrorText();
  const [problem, setProblem] = useState<string>();
  const saved = useRef(false);
  const loose = form as unknown as FormInstance<Record<string, unknown>>;

  const show = (fields: readonly FieldError[], otherwise: string) => {
    const known = new Set(loose.getFieldsError().map(({ name }) => name.join('.')));
    const placed = fields.filter(({ path }) => known.has(namePath(path).join('.')));
    loose.setFields(
      placed.map((field) => ({ name: namePath(field.path) as never, errors: [fieldErrorText(kit, field)] })),
    );
    if (placed[0]) loose.scrollToField(namePath(placed[0].path) as never, { focus: true });
    setProblem(placed.length > 0 && placed.length === fields.length ? undefined : otherwise);
  };

  const save = useMutationOf(endpoint, {
    ...(refreshes ? { refreshes } : {}),
    onDone: (answer, input) => {
      saved.current = true;
      onDone?.(answer, input);
    },
    onFailed: (failure) => {
      if (overtaken?.(failure, form.getFieldsValue() as Values, form.submit)) return;
      const path = fieldOf?.[failure.code as ErrorCode];
      if (path) loose.setFields([{ name: namePath(path) as never, errors: [errors.of(failure)] }]);
      else show(failure.fields, errors.of(failure));
    },
  });

  /** What is being filled in again is no longer called wrong. */
  const forgive = (changed: object) => {
    saved.current = false;
    const names = loose
      .getFieldsError()
      .filter(({ name, errors: said }) => said.length > 0 && String(name[0]) in changed);
    loose.setFields(names.map(({ name }) => ({ name: name as never, errors: [] })));
  };

  const finish = (values: Values) => {
    setProblem(undefined);
    const input = request(values);
    const parsed = endpoint.body.safeParse((input as { body?: unknown }).body ?? {}, { reportInput: true });
    if (parsed.success) save.mutate(input);
    else show(fieldsOf('', parsed.error), kit('errors.validation_failed'));
  };

  const id = endpoint.id.replace('.', '-');
  return {
    form,
    id,
    formProps: {
      form,
      name: id,
      layout: 'vertical',
      requiredMark: false,
      onFinish: finish,
      onValuesChange: forgive,
      scrollToFirstError: { focus: true },
      disabled: save.isPending,
    },
    changed: () => !saved.current && form.isFieldsTouched(),
    submit: () => form.submit(),
    pending: save.isPending,
    problem,
    reset: () => {
      form.resetFields();
      setProblem(undefined);
      save.reset();
    },
  };
}
