const last = new Map<string, Promise<unknown>>()

/** Runs `work` when everything asked for under the same `name` before it has ended, well or badly. Gives what it gives. */
export function inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const answer = (last.get(name) ?? Promise.resolve()).then(work, work)
  const forget = () => {
    if (last.get(name) === answer) last.delete(name)
  }
  last.set(name, answer)
  answer.then(forget, forget)
  return answer
}
