/** The same answers for the same questions, as long as what they are about lives; of each the last few are kept. */
export function keepFew<About extends object, Question, Answer>(
  most: number,
  answer: (about: About, question: Question) => Answer,
): (about: About, question: Question) => Answer {
  const known = new WeakMap<About, Map<Question, Answer>>();
  return (about, question) => {
    let kept = known.get(about);
    if (!kept) known.set(about, (kept = new Map()));
    const found = kept.has(question) ? kept.get(question)! : answer(about, question);
    kept.delete(question);
    kept.set(question, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return found;
  };
}
