/// All that is stored in a value, a line each, so that two values can be compared of which not every type is `Equatable`.
/// Of long arrays it holds some elements.
struct TableOutline {
  private(set) var lines: [String] = []

  /// What is stored while tables are compiled, and room for more.
  private static let passing: Set<String> = [
    ".lexemes", ".classNames", ".arabicCountries", ".folded", ".patterns.elements", ".isLone", ".arena", ".pool",
  ]

  /// Adds what a value stores.
  mutating func add(_ value: Any, at path: String) {
    if Self.passing.contains(where: path.hasSuffix) { return }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .set, .dictionary:
      lines += mirror.children.map { "\(path): \($0.value)" }.sorted()
    case .collection:
      lines.append("\(path): \(mirror.children.count)")
      let step = max(mirror.children.count / 200, 1)
      for (index, child) in mirror.children.enumerated() where index.isMultiple(of: step) {
        add(child.value, at: path)
      }
    default:
      if mirror.children.isEmpty { lines.append("\(path): \(value)") }
      for child in mirror.children { add(child.value, at: path + "." + (child.label ?? "")) }
    }
  }
}
