/// A pattern of paths below a folder: `*` is any part of a name, `?` any code point, `[a-z]` or `[!a-z]` one of some code
/// points or of all others, `**` as a whole name any number of folders, and `\` takes the meaning from what follows.
///
/// No wildcard stands for a `/`, nor for a full stop that begins a name.
struct GlobPattern: Sendable {
  private enum Element {
    case code(UInt32)
    case anyCode
    case anyRun
    case oneOf([ClosedRange<UInt32>], isNegated: Bool)

    var isAnyRun: Bool {
      if case .anyRun = self { true } else { false }
    }

    func matches(_ code: UInt32) -> Bool {
      switch self {
      case .code(let own): own == code
      case .anyCode: true
      case .anyRun: false
      case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(code) } != isNegated
      }
    }
  }

  private enum Component {
    case anyFolders
    case name([Element])
  }

  /// How far a pattern has come in a folder: the components that may match the names there.
  struct Progress: Sendable {
    fileprivate var components: Set<Int>
  }

  /// The folder that the names before the first wildcard lead to, without a `/` at its end; empty for the current one.
  let root: String
  private let components: [Component]

  /// Reads a pattern; nil where there is no wildcard in it.
  init?(_ text: String) {
    let names = text.utf8.split(separator: UInt8(ascii: "/")).map { Self.elements(String(decoding: $0, as: UTF8.self)) }
    guard let first = names.firstIndex(where: { Self.literal($0) == nil }) else { return nil }
    let folders = names[..<first].compactMap(Self.literal).joined(separator: "/")
    root = text.utf8.first == UInt8(ascii: "/") ? "/" + folders : folders
    components = names[first...].map { elements in
      elements.count == 2 && elements.allSatisfy(\.isAnyRun) ? .anyFolders : .name(elements)
    }
  }

  /// The beginning of a search in ``root``.
  var start: Progress { spread([0]) }

  /// What becomes of the pattern in a folder of a name: nil where nothing in it can match, else the progress there, which
  /// is complete where all that the folder holds is meant.
  func entering(_ name: String, _ progress: Progress) -> (next: Progress, isComplete: Bool)? {
    let codes = name.unicodeScalars.map(\.value)
    var next: Set<Int> = []
    for index in progress.components {
      switch components[index] {
      case .anyFolders: next.insert(index)
      case .name(let elements): if Self.matches(codes, elements) { next.insert(index + 1) }
      }
    }
    let isComplete = next.contains(components.count)
    next.remove(components.count)
    return next.isEmpty && !isComplete ? nil : (spread(next), isComplete)
  }

  /// Whether a file of a name matches.
  func matches(_ name: String, _ progress: Progress) -> Bool {
    guard progress.components.contains(components.count - 1), let last = components.last else { return false }
    switch last {
    case .anyFolders: return true
    case .name(let elements): return Self.matches(name.unicodeScalars.map(\.value), elements)
    }
  }

  /// Any number of folders may be none.
  private func spread(_ indices: Set<Int>) -> Progress {
    var all = indices
    for index in indices {
      var index = index
      while index < components.count - 1, case .anyFolders = components[index] {
        index += 1
        all.insert(index)
      }
    }
    return Progress(components: all)
  }

  private static func literal(_ elements: [Element]) -> String? {
    var text = String.UnicodeScalarView()
    for element in elements {
      guard case .code(let code) = element, let scalar = Unicode.Scalar(code) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  private static func matches(_ name: [UInt32], _ elements: [Element]) -> Bool {
    var (at, element) = (0, 0)
    var retry: (at: Int, element: Int)?
    while at < name.count {
      if element < elements.count, elements[element].isAnyRun {
        element += 1
        retry = (at, element)
      } else if element < elements.count, elements[element].matches(name[at]) {
        (at, element) = (at + 1, element + 1)
      } else if let last = retry {
        // The last run takes one more.
        retry = (last.at + 1, last.element)
        (at, element) = (last.at + 1, last.element)
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy(\.isAnyRun)
  }

  // MARK: - Reading

  private static func elements(_ name: String) -> [Element] {
    let codes = name.unicodeScalars.map(\.value)
    var elements: [Element] = []
    var index = 0
    while index < codes.count {
      let code = codes[index]
      index += 1
      switch Unicode.Scalar(code) {
      case "*": elements.append(.anyRun)
      case "?": elements.append(.anyCode)
      case "\\" where index < codes.count:
        elements.append(.code(codes[index]))
        index += 1
      case "[":
        if let (set, end) = set(codes, at: index) {
          elements.append(set)
          index = end
        } else {
          elements.append(.code(code))
        }
      default: elements.append(.code(code))
      }
    }
    return elements
  }

  /// A set behind its bracket, and where it ends; nil where nothing closes it.
  private static func set(_ codes: [UInt32], at start: Int) -> (Element, end: Int)? {
    let (dash, close) = (UInt32(0x2D), UInt32(0x5D))
    var index = start
    let isNegated = index < codes.count && (codes[index] == 0x21 || codes[index] == 0x5E)
    if isNegated { index += 1 }
    let first = index
    var ranges: [ClosedRange<UInt32>] = []
    while index < codes.count {
      let code = codes[index]
      // A bracket right at the beginning is one of the set.
      if code == close, index > first { return (.oneOf(ranges, isNegated: isNegated), index + 1) }
      if index + 2 < codes.count, codes[index + 1] == dash, codes[index + 2] != close {
        if code <= codes[index + 2] { ranges.append(code...codes[index + 2]) }
        index += 3
      } else {
        ranges.append(code...code)
        index += 1
      }
    }
    return nil
  }
}
