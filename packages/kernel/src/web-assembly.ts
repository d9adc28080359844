/**
 * The little of WebAssembly that the kernel needs. Every runtime has it; not every set of type declarations does.
 */
export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>
}

interface Face {
  compile(bytes: Uint8Array<ArrayBuffer>): Promise<object>
  instantiate(module: object, imports: object): Promise<WasmInstance>
}

const runtime = globalThis as unknown as { readonly WebAssembly?: Face }

/** Throws where WebAssembly is switched off. */
export function webAssembly(): Face {
  if (runtime.WebAssembly === undefined) throw new Error('WebAssembly is not available here')
  return runtime.WebAssembly
}
