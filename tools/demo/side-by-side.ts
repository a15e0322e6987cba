const HANDS = 6;

/** Does independent work in the order of the list, several at a time, as several clerks would; the answers in that order. */
export async function sideBySide<Item, Answer>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const hand = async () => {
    for (let index = next++; index < items.length; index = next++)
      answers[index] = await work(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: Math.min(HANDS, items.length) }, hand));
  return answers;
}
