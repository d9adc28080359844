/** The API's answer, or the status and words of its refusal: for pages that have something to say either way. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly message: string; readonly remedy?: string }

export async function ask<T>(fetch: typeof globalThis.fetch, path: string): Promise<Asked<T>> {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  if (response.ok) return { ok: true, value: (await response.json()) as T }
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; remedy?: string }
  const message = problem.detail ?? 'The register did not answer.'
  return { ok: false, status: response.status, message, ...(problem.remedy ? { remedy: problem.remedy } : {}) }
}
