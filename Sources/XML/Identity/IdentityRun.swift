internal import CLibXML2
internal import CLibrary

/// The identity constraints of one document while its elements come by.
struct IdentityRun {
  /// A value that refers to none that has come by yet.
  private struct OpenReference {
    var constraint: Int
    var value: [UInt8]
    var line: Int
    var column: Int
  }

  private let tree: IdentityTree
  /// Whether the constraints are those of the document's root element; nil before it.
  private var isAtWork: Bool?
  private var tables: [KeyTable]
  private var open: [OpenReference] = []
  /// The nodes of the elements that are open, as long as paths lead through them.
  private var nodes: [Int] = []
  /// How many elements are open below the last of these.
  private var depthBeyond = 0
  /// The value of the attribute at hand with its spaces collapsed.
  private var collapsed: [UInt8] = []

  init(_ tree: IdentityTree) {
    self.tree = tree
    tables = Array(repeating: KeyTable(), count: tree.constraints.count)
  }

  /// Goes into an element; `attributes` are as libxml2 hands them to a SAX handler, `place` tells line and column.
  mutating func start(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int, _ log: XMLLog,
    place: () -> (line: Int, column: Int)
  ) {
    guard let isAtWork else {
      let isRoot = Self.isEqual(tree.root, name, namespace)
      if isRoot { nodes.append(0) }
      isAtWork = isRoot
      return
    }
    guard isAtWork, depthBeyond == 0, let last = nodes.last,
      let child = tree.nodes[last].children.first(where: { Self.isEqual($0.name, name, namespace) })
    else {
      depthBeyond += 1
      return
    }
    nodes.append(child.node)
    for constraint in tree.nodes[child.node].constraints {
      judge(constraint, attributes, count, log, place)
    }
  }

  /// Goes out of an element.
  mutating func end() {
    if depthBeyond > 0 { depthBeyond -= 1 } else { _ = nodes.popLast() }
  }

  /// Reports the references that led nowhere, now that the document is over.
  mutating func finish(_ log: XMLLog) {
    for reference in open {
      guard case .reference(let target) = tree.constraints[reference.constraint].kind,
        !reference.value.withUnsafeBufferPointer({ tables[target].contains($0) })
      else { continue }
      let constraint = tree.constraints[reference.constraint]
      log.add(
        "xsd-key",
        "\(constraint.attribute) refers to \(String(decoding: reference.value, as: UTF8.self)), which is not among "
          + "\(tree.constraints[target].name) (\(constraint.name))", line: reference.line, column: reference.column)
    }
    open = []
  }

  private static func isEqual(
    _ name: IdentityConstraint.Name, _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?
  ) -> Bool {
    guard isEqual(name.local, local) else { return false }
    guard let wanted = name.namespace else { return namespace == nil }
    return namespace.map { isEqual(wanted, $0) } ?? false
  }

  private static func isEqual(_ text: String, _ bytes: UnsafePointer<xmlChar>) -> Bool {
    text.withCString { strcmp($0, UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)) == 0 }
  }

  // MARK: - One selected element

  private mutating func judge(
    _ number: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int, _ log: XMLLog,
    _ place: () -> (line: Int, column: Int)
  ) {
    let constraint = tree.constraints[number]
    guard let value = Self.value(of: constraint.attribute, attributes, count) else {
      if constraint.kind == .key {
        let place = place()
        log.add(
          "xsd-key", "\(constraint.attribute) must be there (\(constraint.name))", line: place.line,
          column: place.column)
      }
      return
    }
    guard constraint.collapses else { return judge(number, value, log, place) }
    var bytes = collapsed
    Self.collapse(value, into: &bytes)
    bytes.withUnsafeBufferPointer { judge(number, $0, log, place) }
    collapsed = bytes
  }

  private mutating func judge(
    _ number: Int, _ value: UnsafeBufferPointer<UInt8>, _ log: XMLLog, _ place: () -> (line: Int, column: Int)
  ) {
    let constraint = tree.constraints[number]
    guard case .reference(let target) = constraint.kind else {
      guard !tables[number].insert(value) else { return }
      let place = place()
      log.add(
        "xsd-key",
        "\(constraint.attribute) is \(String(decoding: value, as: UTF8.self)) once more (\(constraint.name))",
        line: place.line, column: place.column)
      return
    }
    guard !tables[target].contains(value) else { return }
    let place = place()
    open.append(
      OpenReference(constraint: number, value: Array(value), line: place.line, column: place.column))
  }

  /// The value of an attribute without a namespace: five pointers an attribute, the name, the prefix, the address, and
  /// the value's two ends.
  private static func value(
    of name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    for index in 0..<count {
      guard let local = attributes[5 * index], attributes[5 * index + 2] == nil, isEqual(name, local),
        let start = attributes[5 * index + 3], let end = attributes[5 * index + 4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  private static func collapse(_ value: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    var isPending = false
    for byte in value {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        isPending = !bytes.isEmpty
      } else {
        if isPending { bytes.append(0x20) }
        isPending = false
        bytes.append(byte)
      }
    }
  }
}
