/**
 * The closed list of what the register can say of a subject, and in which unit.
 */
type Shape = 'count' | 'text' | 'day' | 'boolean' | 'texts' | 'group' | 'groups' | 'system'

interface PropertyDefinition {
  readonly of: 'group' | 'system' | 'both'
  /** `count`: a positive finite number. `texts`, `groups`: an ordered list without repeats. */
  readonly shape: Shape
  readonly unit: string | null
  readonly label: string
}

export const properties = {
  name: { of: 'both', shape: 'text', unit: null, label: 'Name' },
  alsoKnownAs: { of: 'group', shape: 'texts', unit: null, label: 'Also known as' },
  country: { of: 'group', shape: 'text', unit: null, label: 'Country' },
  partOf: { of: 'group', shape: 'group', unit: null, label: 'Part of' },
  releasedOn: { of: 'system', shape: 'day', unit: null, label: 'Released on' },
  developedBy: { of: 'system', shape: 'groups', unit: null, label: 'Developed by' },
  trainingComputeFlop: { of: 'system', shape: 'count', unit: 'FLOP', label: 'Training compute' },
  parameterCount: { of: 'system', shape: 'count', unit: 'parameters', label: 'Parameters' },
  activeParameterCount: { of: 'system', shape: 'count', unit: 'parameters', label: 'Active parameters' },
  trainingTokens: { of: 'system', shape: 'count', unit: 'datapoints', label: 'Training data' },
  runCostUsd: { of: 'system', shape: 'count', unit: 'USD (2023)', label: 'Cost of the training run' },
  numericFormatBits: { of: 'system', shape: 'count', unit: 'bits', label: 'Numeric format' },
  hardware: { of: 'system', shape: 'text', unit: null, label: 'Training hardware' },
  hardwareQuantity: { of: 'system', shape: 'count', unit: 'accelerators', label: 'Accelerators' },
  baseSystem: { of: 'system', shape: 'text', unit: null, label: 'Built on' },
  sameRunAs: { of: 'system', shape: 'system', unit: null, label: 'Same training run as' },
  domain: { of: 'system', shape: 'texts', unit: null, label: 'Domain' },
  notabilityCriteria: { of: 'system', shape: 'texts', unit: null, label: 'Why it counts as notable' },
  frontierAtRelease: { of: 'system', shape: 'boolean', unit: null, label: 'Frontier model at release' },
  weightsAccess: { of: 'system', shape: 'text', unit: null, label: 'Access to weights' },
  link: { of: 'system', shape: 'text', unit: null, label: 'Announced at' }
} as const satisfies Record<string, PropertyDefinition>

export type Property = keyof typeof properties
export const propertyNames = Object.keys(properties) as Property[]
export const isProperty = (text: string): text is Property => Object.hasOwn(properties, text)

/** Properties whose value is a positive number. */
export type Quantity = { [P in Property]: (typeof properties)[P]['shape'] extends 'count' ? P : never }[Property]
