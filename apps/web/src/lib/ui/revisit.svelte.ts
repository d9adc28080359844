/** While a component is set up: calls `take` when its page is visited at another address, by a link or by going back. */
import { untrack } from 'svelte'

export function onRevisit<Data>(data: () => Data, take: (next: Data) => void): void {
  let seen = untrack(data)
  $effect(() => {
    const next = data()
    if (next === seen) return
    seen = next
    untrack(() => take(next))
  })
}
