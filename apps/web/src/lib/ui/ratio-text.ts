/** 2.1 as "× 2.1", 0.25 as "÷ 4": how many times larger or smaller. */
export function ratioText(ratio: number): string {
  const times = ratio >= 1 ? ratio : 1 / ratio
  const rounded = Number(times.toPrecision(times < 1.1 ? 4 : times < 10 ? 3 : 2))
  return `${ratio >= 1 ? '×' : '÷'} ${rounded.toLocaleString('en-GB', { maximumFractionDigits: 3 })}`
}
