/// Disjoint sets of numbers; joining is independent of order up to the choice of representatives, and those are the
/// smallest numbers.
struct UnionFind {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  /// The smallest number of the set that holds `element`.
  mutating func root(_ element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Joins the sets of two numbers.
  mutating func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(left), root(right))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
