/// The paths of all constraints of a root element as one tree of names, so that an element is looked up once for all.
struct IdentityTree: Sendable {
  /// An element on a way to selected ones.
  struct Node: Sendable {
    /// The names below it that lead on, and the numbers of their nodes.
    var children: [(name: IdentityConstraint.Name, node: Int)] = []
    /// The numbers of the constraints that select the element.
    var constraints: [Int] = []
  }

  /// The root element's name.
  let root: IdentityConstraint.Name
  let constraints: [IdentityConstraint]
  /// The nodes; the first is the root element.
  private(set) var nodes = [Node()]

  init(root: IdentityConstraint.Name, constraints: [IdentityConstraint]) {
    self.root = root
    self.constraints = constraints
    for (number, constraint) in constraints.enumerated() {
      for path in constraint.paths {
        let node = path.reduce(0) { child($1, of: $0) }
        if !nodes[node].constraints.contains(number) { nodes[node].constraints.append(number) }
      }
    }
  }

  private mutating func child(_ name: IdentityConstraint.Name, of node: Int) -> Int {
    if let known = nodes[node].children.first(where: { $0.name == name }) { return known.node }
    nodes.append(Node())
    nodes[node].children.append((name, nodes.count - 1))
    return nodes.count - 1
  }
}
