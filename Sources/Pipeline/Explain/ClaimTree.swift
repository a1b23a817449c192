internal import EventModel

/// Who says that an event happened, drawn as a tree: the article, the nearest transmitter, those behind it, what they say.
///
/// ```
/// who says so
/// └─ art-53a0fed6b82ceb07 seeds/003.txt segment 1
///    └─ وكالة “تاس”, «بحسب»
///       ├─ asserts «وأوضح ناريشكين أن المحادثة مع بيرنز ناقشت الأزمة الأوكرانية،…»
///       └─ ناريشكين, «أوضح»
///          └─ confirms «وأوضح ناريشكين أن المحادثة مع بيرنز ناقشت الأزمة الأوكرانية،»
/// ```
struct ClaimTree {
  /// A quotation is drawn up to this many letters; the claim's own lines have it whole.
  private static let longestQuotation = 90

  private struct Node {
    var label: String
    /// Who it is, so that two claims with one transmitter share its node.
    var key: String
    var children: [Int] = []
  }

  /// The root first.
  private var nodes = [Node(label: "who says so", key: "")]

  /// Draws the claims of an event, in their order.
  ///
  /// - Parameter place: Names an article.
  init(_ claims: [Claim], place: (RecordID) -> String) {
    for claim in claims {
      var node = child(of: 0, key: claim.article.description) { place(claim.article) }
      for link in claim.chain {
        node = child(of: node, key: link.entity?.description ?? link.name) { Self.describe(link) }
      }
      _ = child(of: node, key: claim.id.description) { Self.describe(claim) }
    }
  }

  /// The lines, without line ends; none where there are no claims.
  var lines: [String] {
    guard nodes.count > 1 else { return [] }
    var lines = [nodes[0].label]
    draw(0, "", into: &lines)
    return lines
  }

  private mutating func child(of parent: Int, key: String, label: () -> String) -> Int {
    if let known = nodes[parent].children.first(where: { nodes[$0].key == key }) { return known }
    nodes.append(Node(label: label(), key: key))
    nodes[parent].children.append(nodes.count - 1)
    return nodes.count - 1
  }

  private func draw(_ node: Int, _ indent: String, into lines: inout [String]) {
    for (place, child) in nodes[node].children.enumerated() {
      let isLast = place == nodes[node].children.count - 1
      lines.append(indent + (isLast ? "└─ " : "├─ ") + nodes[child].label)
      draw(child, indent + (isLast ? "   " : "│  "), into: &lines)
    }
  }

  // MARK: - Words

  private static func describe(_ link: Claim.Link) -> String {
    link.name.onOneLine + (link.named ? "" : " (not named)") + (link.verb.map { ", «" + $0.onOneLine + "»" } ?? "")
  }

  private static func describe(_ claim: Claim) -> String {
    let scope = claim.scope == .occurrence ? "" : " the \(claim.scope.rawValue)"
    let speech = claim.speech == .direct ? " in direct speech" : ""
    return claim.stance.rawValue + scope + speech + " «" + shortened(claim.evidence.quote.onOneLine) + "»"
  }

  private static func shortened(_ quote: String) -> String {
    let letters = quote.unicodeScalars
    guard letters.count > longestQuotation else { return quote }
    let head = letters.prefix(longestQuotation)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return String(head[..<end]) + "…"
  }
}
