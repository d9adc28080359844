/** The one function of jstat that the register uses; the package ships no types. */
declare module 'jstat' {
  const jstat: { readonly studentt: { inv(probability: number, degreesOfFreedom: number): number } }
  export default jstat
}
