/** The slope of the line that fits `points` best, by least squares: y per x. 0 for fewer than two points. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const middle = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  const [x, y] = [middle(0), middle(1)]
  const along = points.reduce((sum, [px]) => sum + (px - x) ** 2, 0)
  return along === 0 ? 0 : points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) / along
}
