import { people, type OrganizationKind, type ResponseOf } from '@dangxiao/contracts';
import { call, keyOf, type ApiFailure } from '@dangxiao/web-kit';
import { useQueries } from '@tanstack/react-query';

type Organization = ResponseOf<typeof people.listOrganizations>['items'][number];
type Answer = ResponseOf<typeof people.listOrganizations>;

export interface TreeNode {
  key: string;
  name: string;
  members: number;
  kind?: OrganizationKind;
  /** Stands for children that are on their way. */
  placeholder?: boolean;
  isLeaf: boolean;
  children?: TreeNode[];
}

/** The tree as far as it has been opened; children are read when their parent is opened for the first time. */
export function useTree(
  expanded: readonly string[],
  asOf?: string,
): {
  nodes: TreeNode[] | undefined;
  failure: ApiFailure | null;
  retry: () => void;
} {
  const parents = [undefined, ...expanded];
  const answers = useQueries({
    queries: parents.map((parentId) => {
      const input = { query: { ...(parentId ? { parentId } : {}), ...(asOf ? { asOf } : {}) } };
      return {
        queryKey: keyOf(people.listOrganizations, input),
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer> =>
          call(people.listOrganizations, input, { signal }),
        staleTime: 60_000,
      };
    }),
  });
  const children = new Map(parents.map((parentId, index) => [parentId, answers[index]?.data?.items]));
  const nodeOf = (organization: Organization): TreeNode => {
    const below = children.get(organization.id);
    return {
      key: organization.id,
      name: organization.name,
      kind: organization.kind,
      members: organization.subtreeMemberCount,
      isLeaf: organization.childCount === 0,
      ...(organization.childCount > 0
        ? {
            children: below?.map(nodeOf) ?? [
              { key: `${organization.id}:loading`, name: '', members: 0, placeholder: true, isLeaf: true },
            ],
          }
        : {}),
    };
  };
  const top = answers[0];
  return {
    nodes: children.get(undefined)?.map(nodeOf),
    failure: (top?.error as ApiFailure | null | undefined) ?? null,
    retry: () => void top?.refetch(),
  };
}
