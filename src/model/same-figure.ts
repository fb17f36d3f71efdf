/** Whether a stated figure agrees with the one that was read: it may be rounded, and is then the read one to the digits that it states. Zero is no rounding of something. */
export function sameFigure(read: number | boolean, stated: number | boolean): boolean {
  if (typeof read !== 'number' || typeof stated !== 'number' || stated === 0) return read === stated
  const [mantissa = '', exponent = '0'] = String(stated).split('e')
  const digits = (mantissa.split('.')[1]?.length ?? 0) - Number(exponent)
  return Math.abs(read - stated) <= 0.5 * 10 ** -digits * (1 + 1e-9)
}

/** A figure as it is stated: four digits tell two apart for a reader, whole numbers stand whole. */
export const roundFigure = (value: number | boolean): number | boolean => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value)
