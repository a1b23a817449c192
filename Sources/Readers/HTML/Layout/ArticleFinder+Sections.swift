// MARK: - Articles in one element

extension ArticleFinder {
  /// The articles of an element that holds several; nil where it holds one.
  func sections(of place: Place) -> [Place]? {
    guard place.containers.count == 1, let container = place.containers.first else { return nil }
    return headed(container, isSure: place.isSure) ?? boxed(container, isSure: place.isSure)
  }

  /// The articles of an element that is a bulletin: nothing but headings of one size, the first above all paragraphs, with
  /// two sentences or more below each, on a page that has no other title. Under a title they are subheads.
  private func headed(_ container: Int, isSure: Bool) -> [Place]? {
    let range = map.page.nodes[container].lines
    let headings = range.filter { isHeading($0, to: .h4) && map.page.isInside(map.page.lines[$0].node, container) }
    guard let first = headings.first,
      // A greeting may stand above.
      !(range.lowerBound..<first).contains(where: { map.lines[$0].words > 12 && map.cleanMass($0..<$0 + 1) > 0 })
    else { return nil }
    let block = map.page.block(of: first)
    let isTitled = (0..<first).contains {
      map.page.block(of: $0).isHeading && map.page.block(of: $0).rawValue < block.rawValue
    }
    guard block != .h1, !isTitled, !titles.contains(map.lines[first].key) else { return nil }
    let starts = headings.filter { map.page.block(of: $0) == block }
    guard starts.count > 1, !range.contains(where: { titles.contains(map.lines[$0].key) && map.lines[$0].key != 0 })
    else { return nil }
    let spans = starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : range.upperBound)
    }
    guard spans.allSatisfy({ map.sentences($0) >= 2 }) else { return nil }
    return spans.map { Place(containers: [container], isSure: isSure, root: container, span: $0) }
  }

  /// The articles of an element that holds nearly all its sentences in boxes of one kind, side by side, each with a title
  /// in its first line: an `<h1>` with a date of its own, or any heading or bold line where the page has no title.
  private func boxed(_ container: Int, isSure: Bool) -> [Place]? {
    let range = map.page.nodes[container].lines
    var groups: [UInt64: [Int]] = [:]
    for line in range where isHeading(line) || map.isStrong(line) && map.lines[line].isTitle(words: 4...25) {
      guard map.removals[map.page.lines[line].node] == nil, let box = box(from: line, below: container)
      else { continue }
      groups[map.page.nodes[box].kind &+ UInt64(map.page.nodes[box].parent), default: []].append(box)
    }
    let boxes = groups.values.max { $0.count < $1.count } ?? []
    let mass = boxes.reduce(0) { $0 + map.cleanMass($1) }
    guard boxes.count > 1, mass * 10 >= map.cleanMass(container) * 9 else { return nil }
    let starts = boxes.map { map.page.nodes[$0].lines.lowerBound }
    let areDated = boxes.allSatisfy { map.page.nodes[$0].lines.contains { map.lines[$0].dateline != nil } }
    if !areDated || !starts.allSatisfy({ map.page.block(of: $0) == .h1 }) {
      let isTitled = range.contains { map.lines[$0].key != 0 && titles.contains(map.lines[$0].key) }
      guard !isTitled, !(0..<starts[0]).contains(where: { map.page.block(of: $0) == .h1 && isHeading($0) }) else {
        return nil
      }
    }
    return boxes.map { box in
      Place(containers: [box], isSure: isSure, root: box, span: map.page.nodes[box].lines)
    }
  }

  /// The outermost element below another one that begins with a line, if it holds two sentences or more.
  private func box(from line: Int, below container: Int) -> Int? {
    var node = map.page.lines[line].node
    guard map.page.isInside(node, container) else { return nil }
    var found: Int?
    while node > container, map.page.nodes[node].lines.lowerBound == line {
      found = node
      node = map.page.nodes[node].parent
    }
    return found.flatMap { map.sentences(map.page.nodes[$0].lines) >= 2 ? $0 : nil }
  }
}
