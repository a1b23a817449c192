/// Finds the articles of a page: the elements that hold their paragraphs.
struct ArticleFinder {
  /// An article's place.
  struct Place {
    /// The elements of the paragraphs, in order, none inside of another.
    var containers: [Int]
    /// Whether markup says so, so that all text in them counts.
    var isSure: Bool
    /// The element that holds this article and no other.
    var root: Int
    /// The lines of the article, where several share an element.
    var span: Range<Int>?
  }

  let map: PageMap
  /// The keys of the titles that the page gives itself.
  let titles: Set<UInt64>

  /// How far above a body its heading is looked for, in lines.
  private static let reach = 100

  /// The places in order; none where the page has no sentences outside of its furniture.
  func places() -> [Place] {
    let places = elements()
    guard places.count == 1, let sections = sections(of: places[0]) else { return places }
    return sections
  }

  private func elements() -> [Place] {
    let total = map.cleanMass(0)
    let sure = bodies()
    let mass = sure.reduce(0) { $0 + map.cleanMass($1) }
    if mass > 0, mass * 4 >= total || sure.contains(where: { map.page.nodes[$0].markup.weight >= 70 }) {
      return grouped(sure, isSure: true)
    }
    guard total > 0 else { return [] }
    let articles = wholeArticles()
    if !articles.isEmpty { return grouped(articles.map(narrowed), isSure: false) }
    return grouped([narrowed(0)], isSure: false)
  }

  /// The elements whose markup says that they are the body of an article, none inside of another.
  private func bodies() -> [Int] {
    var found: [Int] = []
    for node in map.page.nodes.indices where map.removals[node] == nil && map.page.nodes[node].markup.role == .body {
      let mass = map.cleanMass(node)
      guard mass > 0 || sentences(node) > 0 else { continue }
      guard let outer = found.last, node < map.ends[outer] else {
        found.append(node)
        continue
      }
      // The inner one counts where it holds all the text, or the markup is surer.
      let outerMass = map.cleanMass(outer)
      if mass * 100 >= outerMass * 97
        || map.page.nodes[node].markup.weight >= 70 && map.page.nodes[outer].markup.weight < 70
      {
        found[found.count - 1] = node
      }
    }
    found = found.flatMap { node in parts(of: node) ?? [node] }
    // Where a page has one large body, small ones are teasers.
    let largest = found.map(map.cleanMass).max() ?? 0
    return found.filter { map.cleanMass($0) * 12 >= largest || sentences($0) >= 2 }
  }

  /// The bodies inside of a body that holds several, each with a heading of its own above it.
  private func parts(of outer: Int) -> [Int]? {
    var parts: [Int] = []
    for node in outer + 1..<max(map.ends[outer], outer + 1)
    where map.removals[node] == nil && map.page.nodes[node].markup.role == .body {
      if let last = parts.last, node < map.ends[last] { continue }
      if sentences(node) >= 2 { parts.append(node) }
    }
    guard parts.count > 1 else { return nil }
    let mass = parts.reduce(0) { $0 + map.cleanMass($1) }
    return mass * 10 >= map.cleanMass(outer) * 9 ? parts : nil
  }

  /// The elements that markup calls articles, if they hold most of what is worth reading.
  private func wholeArticles() -> [Int] {
    var found: [Int] = []
    for node in map.page.nodes.indices where map.removals[node] == nil && map.page.nodes[node].markup.role == .article {
      guard map.cleanMass(node) > 0 else { continue }
      if let outer = found.last, node < map.ends[outer] { continue }
      found.append(node)
    }
    // An article around articles is a list of them.
    found = found.flatMap { outer -> [Int] in
      var inner: [Int] = []
      for node in outer + 1..<max(map.ends[outer], outer + 1)
      where map.removals[node] == nil && map.page.nodes[node].markup.role == .article && sentences(node) >= 2 {
        // Those inside of another one are parts of it.
        if let last = inner.last, node < map.ends[last] { continue }
        inner.append(node)
      }
      let mass = inner.reduce(0) { $0 + map.cleanMass($1) }
      return inner.count > 1 && mass * 10 >= map.cleanMass(outer) * 9 && mass <= map.cleanMass(outer) ? inner : [outer]
    }
    let mass = found.reduce(0) { $0 + map.cleanMass($1) }
    guard mass * 2 >= map.cleanMass(0) else { return [] }
    let largest = found.map(map.cleanMass).max() ?? 0
    return found.filter { map.cleanMass($0) == largest || map.cleanMass($0) * 12 >= largest && sentences($0) >= 2 }
  }

  /// The innermost element that holds nearly all the sentences of an element.
  private func narrowed(_ outer: Int) -> Int {
    var node = outer
    while true {
      let mass = map.cleanMass(node)
      guard
        let child = map.children(node).first(where: {
          map.cleanMass($0) * 100 >= mass * 92 || map.cleanMass($0) * 100 >= mass * 55 && isHeaded($0, in: node)
        }),
        map.page.nodes[child].tag == .td || !map.page.nodes[child].tag.isTextBlock, map.page.nodes[child].tag.isBlock,
        map.page.nodes[child].tag != .ul, map.page.nodes[child].tag != .ol
      else { return node }
      node = child
    }
  }

  /// Whether an element begins with a heading, and all other sentences of the element around it stand before it.
  private func isHeaded(_ node: Int, in outer: Int) -> Bool {
    let range = map.page.nodes[node].lines
    let after = range.upperBound..<map.page.nodes[outer].lines.upperBound
    guard map.cleanMass(after) == 0 else { return false }
    guard let heading = range.prefix(Self.reach).first(where: { isHeading($0) }) else { return false }
    return map.cleanMass(range.lowerBound..<heading) == 0
  }

  /// The number of sentences of an element that are not left out.
  private func sentences(_ node: Int) -> Int {
    map.sentences(map.page.nodes[node].lines)
  }
}

// MARK: - Several articles

extension ArticleFinder {
  /// Puts the elements of one article together.
  private func grouped(_ nodes: [Int], isSure: Bool) -> [Place] {
    var groups: [[Int]] = []
    for node in nodes {
      if let last = groups.last, !isAnother(node, after: last[last.count - 1], isSure: isSure) {
        groups[groups.count - 1].append(node)
      } else {
        groups.append([node])
      }
    }
    if groups.count > 1 { groups = withoutTeasers(groups) }
    return groups.indices.map { index in
      Place(containers: groups[index], isSure: isSure, root: root(of: index, groups))
    }
  }

  /// Whether an element is the body of another article than the one before it: each is in an article of its own, or a
  /// heading stands between that is as large as the one above the first.
  private func isAnother(_ node: Int, after previous: Int, isSure: Bool) -> Bool {
    let common = map.page.common(previous, node)
    if let first = article(of: previous, below: common), let second = article(of: node, below: common), first != second
    {
      return hasHeading(second, before: map.page.nodes[node].lines.upperBound)
    }
    let between = map.page.nodes[previous].lines.upperBound..<map.page.nodes[node].lines.lowerBound
    guard let heading = between.last(where: { isHeading($0) }) else { return false }
    if let article = article(of: node, below: -1), map.page.isInside(previous, article) {
      // Inside one article only its chief heading begins another one.
      return map.page.block(of: heading) == .h1
    }
    let start = map.page.nodes[previous].lines.lowerBound
    guard let above = (max(start - Self.reach, 0)..<start).last(where: { isHeading($0) }) else { return true }
    return map.page.block(of: heading).rawValue <= map.page.block(of: above).rawValue
  }

  func isHeading(_ line: Int, to least: HTMLTag = .h3) -> Bool {
    let block = map.page.block(of: line)
    guard block.isHeading, block.rawValue <= least.rawValue else { return false }
    return map.removals[map.page.lines[line].node] == nil && map.lines[line].words >= 3 && !map.lines[line].isFurniture
  }

  private func hasHeading(_ node: Int, before end: Int) -> Bool {
    (map.page.nodes[node].lines.lowerBound..<end).contains { line in
      isHeading(line) || map.page.nodes[map.page.lines[line].node].markup.role == .headline
    }
  }

  /// The outermost element around a node and below another one that markup calls an article.
  private func article(of node: Int, below outer: Int) -> Int? {
    var node = node
    var found: Int?
    while node > max(outer, 0) {
      if map.page.nodes[node].markup.role == .article { found = node }
      node = map.page.nodes[node].parent
    }
    return found
  }

  /// Leaves out what only leads to other pages: a sentence or two below a link.
  private func withoutTeasers(_ groups: [[Int]]) -> [[Int]] {
    let masses = groups.map { $0.reduce(0) { $0 + map.cleanMass($1) } }
    let largest = masses.max() ?? 0
    var kept: [[Int]] = []
    for (group, mass) in zip(groups, masses) {
      let count = group.reduce(0) { $0 + sentences($1) }
      let isTeaser = count < 2 || mass * 5 < largest && isBelowLink(group[0])
      if mass == largest || !isTeaser { kept.append(group) }
    }
    return kept
  }

  /// Whether the heading of an element is a link.
  private func isBelowLink(_ node: Int) -> Bool {
    let first = map.page.nodes[node].lines.lowerBound
    let heading = (max(first - 6, 0)...first).last { isHeading($0) }
    return heading.map { map.isLink($0) } ?? false
  }

  /// The outermost element that holds a group and no other.
  private func root(of index: Int, _ groups: [[Int]]) -> Int {
    let group = groups[index]
    var root = group.dropFirst().reduce(group[0]) { map.page.common($0, $1) }
    // Elements stand in order, so whatever holds another group holds the next or the one before.
    let neighbors = [index - 1, index + 1].filter(groups.indices.contains).flatMap { groups[$0] }
    while root > 0, map.page.nodes[root].markup.role != .article {
      let parent = map.page.nodes[root].parent
      if neighbors.contains(where: { map.page.isInside($0, parent) }) { break }
      root = parent
    }
    return root
  }
}
