internal import EventModel

/// Finds where articles begin among the lines of a document.
///
/// Between two paragraphs of some length stand, if anything, subheads, captions and page furniture, or the foot of one
/// page and the head of the next. The line there that most looks like the title of another article is weighed.
struct ArticleSplitter {
  let furniture: FurnitureTable
  let content: ContentWords
  let lines: [TextLine]
  let bytes: UnsafeBufferPointer<UInt8>
  private let words: LineWords

  init(
    furniture: FurnitureTable, content: ContentWords, lines: [TextLine], bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.furniture = furniture
    self.content = content
    self.lines = lines
    self.bytes = bytes
    words = LineWords(content, lines: lines, bytes: bytes)
  }

  /// The most words above and below a title that are compared.
  private static let window = (above: 250, below: 110, title: 220, slack: 300)
  /// How far above its story a title is looked for, in lines.
  private static let reach = 40

  /// The indices of the lines with which articles begin; the first is 0.
  func starts() -> [Int] {
    guard !lines.isEmpty else { return [] }
    var starts = [0]
    forEachPassage { passage, start in
      guard let title = joint(in: passage, of: start) else { return false }
      starts.append(opening(of: title, in: passage))
      return true
    }
    return starts
  }

  /// Hands over what stands between two paragraphs, with the first line of the article above; the body says whether
  /// another article begins there.
  func forEachPassage(_ body: (Range<Int>, Int) -> Bool) {
    var start = 0
    // An article may lack paragraphs of some length; a few lines below its headline may be all of it.
    var first = 3
    for index in lines.indices where isStory(lines[index]) {
      if index > first, body(max(first, index - Self.reach)..<index, start) { start = index }
      first = index + 1
    }
  }

  /// The most likely title of another article. Where a title stands above it, that one is the headline and the other
  /// its deck.
  private func joint(in passage: Range<Int>, of start: Int) -> Int? {
    let joints = joints(in: passage, of: start, where: { $0.mayBeBelieved || isCertain($0, in: passage) })
    // What only the head or the foot of a page prints is more than likely.
    let scores = joints.map { isCertain($0, in: passage) ? max($0.score, 0) + Joint.certainty : $0.score }
    guard var best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else { return nil }
    while best > 0, scores[best - 1] > 0, joints[best - 1].title == joints[best].title - 1 { best -= 1 }
    return joints[best].title
  }

  /// A paragraph of some length.
  private func isStory(_ line: TextLine) -> Bool {
    guard line.words >= 13, !line.isFurniture, !line.isCaption, line.dateline == nil else { return false }
    switch line.ending {
    case .final: return !line.hasTitleMark || line.words > 20
    case .open: return true
    case .none: return line.words > 24
    }
  }

  private func mayBeTitle(_ line: TextLine) -> Bool {
    (1...24).contains(line.words) && (line.ending == .none || line.hasTitleMark && line.words <= 20) && line.key != 0
      && !line.isFurniture && !line.isCaption && line.dateline == nil && line.match.head == nil
      && line.match.tail == nil
  }

  /// The lines of a passage that may be titles, with their signs; the words above and below are compared only where
  /// they can matter.
  func joints(in passage: Range<Int>, of start: Int, where isWorth: (Joint) -> Bool = { _ in true }) -> [Joint] {
    let titles = passage.filter { mayBeTitle(lines[$0]) }
    guard !titles.isEmpty else { return [] }
    let headline = lines[start..<passage.lowerBound].first { !$0.isFurniture && $0.match.head == nil }?.key ?? 0
    var joints: [Joint] = []
    let usual = usualGap(start..<passage.lowerBound)
    let subheads = Double(min(3, subheads(in: start..<passage.lowerBound))) / 3
    for (position, title) in titles.enumerated() where lines[title].key != headline {
      if titles[..<position].contains(where: { lines[$0].key == lines[title].key }) { continue }
      var joint = Joint(title: title)
      joint[.anyTitle] = 1
      joint[.linksAbove] = hasLinks(passage.lowerBound..<title) ? 1 : 0
      joint[.titlesAbove] = joint[.linksAbove] > 0 ? 0 : Double(min(position, 3)) / 3
      weighTitle(&joint)
      weighAbove(&joint, passage, usual: usual)
      weighBelow(&joint, story: passage.upperBound)
      joint[.subheads] = subheads
      if isWorth(joint) { weighCohesion(&joint, start: start) }
      joints.append(joint)
    }
    return joints
  }

  /// How many lines of an article stand as subheads do: a few words above a paragraph.
  private func subheads(in article: Range<Int>) -> Int {
    article.dropFirst().dropLast().count { index in
      let line = lines[index]
      return line.words <= 8 && line.ending == .none && !line.isFurniture && !line.isCaption
        && isStory(lines[index + 1])
    }
  }

  /// Whether a heading of links stands among lines, with nothing but titles and furniture below it.
  private func hasLinks(_ range: Range<Int>) -> Bool {
    for index in range.reversed() {
      if let rule = lines[index].match.anywhere, furniture.rules[rule].kind == .removed(.related) { return true }
      if isStory(lines[index]) { return false }
    }
    return false
  }

  private func weighTitle(_ joint: inout Joint) {
    let line = lines[joint.title]
    joint[.oneOrTwoWords] = line.words <= 2 ? 1 : 0
    joint[.threeWords] = line.words == 3 ? 1 : 0
    joint[.fourOrFiveWords] = line.words == 4 || line.words == 5 ? 1 : 0
    joint[.manyWords] = line.words > 14 ? 1 : 0
    joint[.bylineForm] = line.hasBylineForm && !bytes[line.range].contains(0x3A) ? 1 : 0
    joint[.item] = line.isItem ? 1 : 0
  }

  private func weighAbove(_ joint: inout Joint, _ passage: Range<Int>, usual: Int) {
    let title = joint.title
    let above = lines[title - 1]
    joint[.furnitureAbove] = above.isFurniture && above.hasWords || above.match.tail != nil ? 1 : 0
    joint[.ruleAbove] = above.hasWords ? 0 : 1
    let between = lines[passage.lowerBound..<title]
    joint[.pageEnd] = between.contains(where: closesPage) ? 1 : 0
    joint[.labelAbove] = isLabel(above) ? 1 : 0
    // Labels and rules above belong to the title; the gap counts above them.
    var first = title
    while first > passage.lowerBound, isLabel(lines[first - 1]) || !lines[first - 1].hasWords { first -= 1 }
    let gap = lines[first].gap
    let below = lines[title + 1].gap
    joint[.broadGap] = gap > usual ? 1 : 0
    joint[.gapAboveIsBroader] = gap > below ? 1 : 0
    joint[.gapBelowOnly] = gap == 0 && below > 0 ? 1 : 0
  }

  private func weighBelow(_ joint: inout Joint, story: Int) {
    let title = joint.title
    let below = lines[(title + 1)..<story]
    joint[.isRepeated] = below.contains { $0.key == lines[title].key } ? 1 : 0
    joint[.pageBegins] = below.contains(where: opensPage) ? 1 : 0
    joint[.captionBelow] = below.contains(where: \.isCaption) ? 1 : 0
    joint[.bylineBelow] = below.contains(where: \.hasBylineForm) ? 1 : 0
    joint[.storyGoesOn] = content.goesOn(lines[story].range, of: bytes) ? 1 : 0
    var others = 0
    var names = 0
    for line in below where !line.isFurniture && !line.isCaption && !line.hasBylineForm && line.dateline == nil {
      if line.key != 0 && line.key == lines[title].key { continue }
      if line.words < 5 { names += 1 } else { others += 1 }
    }
    joint[.linesBetween] = Double(min(others, 3)) / 3
    if joint[.linksAbove] > 0 { joint[.linesBelowLinks] = joint[.linesBetween] }
    joint[.namesBetween] = Double(min(names, 3)) / 3
  }

  /// Whether a page ends above a title or begins with it, whatever the texts are about: articles on one subject are
  /// joined too.
  private func isCertain(_ joint: Joint, in passage: Range<Int>) -> Bool {
    let line = lines[joint.title]
    let above = lines[joint.title - 1]
    guard line.words >= 3, !line.isItem else { return false }
    let below = joint.title + 1..<passage.upperBound
    if let next = below.first(where: { lines[$0].key == line.key }), next > below.lowerBound || line.gap >= 2 {
      return true
    }
    guard line.words >= 4 else { return false }
    if isSection(above) {
      return above.gap > 0 || joint.title - 1 > passage.lowerBound && lines[joint.title - 2].isFurniture
    }
    if joint[.pageBegins] > 0, line.gap >= 2 { return true }
    if joint[.captionBelow] > 0, line.gap >= 3 { return true }
    if endsPage(above) || !above.hasWords && above.range.count >= 10 { return true }
    // A broad gap above a title, and a fresh lead below.
    let story = lines[passage.upperBound]
    return line.gap >= 3 && line.gap > lines[below.lowerBound].gap && !story.isItem
      && line.words >= (story.beginsWithAnd ? 7 : 5)
      && below.allSatisfy { lines[$0].isFurniture || lines[$0].hasBylineForm || lines[$0].isCaption }
  }

  private func weighCohesion(_ joint: inout Joint, start: Int) {
    let title = joint.title
    let window = Self.window
    var index = title
    var above = StemSet(capacity: window.above + window.slack)
    var count = 0
    while index > start, count < window.above {
      index -= 1
      for word in words[index].prefix(window.slack) { above.insert(word) }
      count += words[index].count
    }
    joint[.shortAbove] = 1 - Double(min(count, 100)) / 100
    var below = StemSet(capacity: window.title + window.slack)
    var shared = 0
    count = 0
    index = title + 1
    var different = 0
    var likeness: Double?
    while index < lines.count, count < window.title {
      defer { index += 1 }
      if lines[index].key != 0 && lines[index].key == lines[title].key { continue }
      for word in words[index].prefix(window.slack) {
        // So many words are compared with those above; the title's words are looked for in more.
        if count == window.below { likeness = above.likeness(below) }
        if below.insert(word), count < window.below {
          different += 1
          if above.contains(word) { shared += 1 }
        }
        count += 1
      }
    }
    // A few words more, of which as many are shared as usual between strangers, keep short texts from extremes.
    let share = (Double(shared) + 0.5) / Double(different + 10)
    joint[.cohesion] = share.squareRoot()
    joint[.likeness] = likeness ?? above.likeness(below)
    joint[.wordsBelow] = self.share(ofWordsAt: title, in: below)
    joint[.wordsAbove] = self.share(ofWordsAt: title, in: above)
    if joint[.linksAbove] > 0 { joint[.wordsBelowLinks] = joint[.wordsBelow] }
  }

  /// The share of the content words of a line that a set holds.
  private func share(ofWordsAt line: Int, in set: StemSet) -> Double {
    Double(words[line].count { set.contains($0) }) / (Double(words[line].count) + 0.5)
  }

  /// The number of blank lines above most paragraphs of an article.
  private func usualGap(_ article: Range<Int>) -> Int {
    var counts = [0, 0, 0, 0]
    for line in lines[article].dropFirst(2) where isStory(line) { counts[min(line.gap, 3)] += 1 }
    let most = counts.max() ?? 0
    return most == 0 ? 1 : counts.firstIndex(of: most) ?? 0
  }

  /// The first line of the article whose title is at a line: labels above it belong to it.
  private func opening(of title: Int, in passage: Range<Int>) -> Int {
    var start = title
    while start > passage.lowerBound, isLabel(lines[start - 1]) { start -= 1 }
    return start
  }

  /// A section label or a date.
  private func isLabel(_ line: TextLine) -> Bool {
    if line.dateline != nil || isSection(line) { return true }
    return line.match.head.map { furniture.rules[$0].kind == .removed(.navigation) } ?? false
  }

  private func isSection(_ line: TextLine) -> Bool {
    line.match.head.map { furniture.rules[$0].kind == .section } ?? false
  }

  private func opensPage(_ line: TextLine) -> Bool {
    if line.dateline != nil { return true }
    guard let rule = line.match.anywhere else { return false }
    switch furniture.rules[rule].kind {
    case .removed(.readingTime), .removed(.shareWidget): return true
    default: return false
    }
  }

  /// Whether a line ends a page: a way to its top, a copyright, a form for comments.
  private func endsPage(_ line: TextLine) -> Bool {
    guard let rule = line.match.anywhere else { return false }
    return furniture.rules[rule].reach == .end || furniture.rules[rule].kind == .removed(.commentForm)
  }

  /// Whether a line stands at the end of an article: tags, a source, a note, or the end of the page.
  private func closesPage(_ line: TextLine) -> Bool {
    if line.match.tail != nil, line.match.head == nil { return true }
    guard let rule = line.match.anywhere else { return false }
    switch furniture.rules[rule].kind {
    case .removed(.tags), .removed(.other): return true
    default: return endsPage(line)
    }
  }
}
