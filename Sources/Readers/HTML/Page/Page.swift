/// What a reader keeps of a page's markup: its text, line by line, and where the lines stood.
struct Page {
  /// An element that holds text. Elements stand in the order of their start tags, so a parent comes before its children.
  struct Node {
    /// The element around it; the first node is the page and its own parent.
    var parent: Int
    /// Its name.
    var tag: HTMLTag
    /// What its attributes and its name say.
    var markup: Markup
    /// The lines in it.
    var lines: Range<Int>
    /// Equal for elements of the same name and class names.
    var kind: UInt64 = 0
    /// Whether it holds a field or a button.
    var hasControl = false
    /// Whether a picture stands right in it, or in inline elements inside.
    var hasImage = false
  }

  /// A line of the text, made by block elements and line breaks.
  struct Line {
    /// Where it stands in the text, in bytes, without surrounding blanks.
    var range: Range<Int>
    /// The innermost node that holds all of it.
    var node: Int
    /// The number of its bytes that are links.
    var linkBytes: Int
    /// The number of its bytes that are printed bold.
    var strongBytes: Int
  }

  /// How many lines a page may have; one with more is no page that anybody wrote.
  static let lineLimit = 100_000

  /// Whether the page has more lines; they are not here.
  var isCut = false
  /// The text in UTF-8; each line ends with a line feed.
  var text: [UInt8] = []
  /// The lines in order; none is blank.
  var lines: [Line] = []
  /// The nodes in order.
  var nodes: [Node] = []
  /// What the page says of itself.
  var metadata = PageMetadata()

  /// Whether a node is another one or inside of it.
  func isInside(_ node: Int, _ outer: Int) -> Bool {
    var node = node
    while node > outer { node = nodes[node].parent }
    return node == outer
  }

  /// The innermost node that holds two nodes.
  func common(_ first: Int, _ second: Int) -> Int {
    var (first, second) = (first, second)
    while first != second {
      if first > second { first = nodes[first].parent } else { second = nodes[second].parent }
    }
    return first
  }

  /// The element that made a line.
  func block(of line: Int) -> HTMLTag {
    var node = lines[line].node
    while node > 0, !nodes[node].tag.isBlock { node = nodes[node].parent }
    return nodes[node].tag
  }
}

/// What a page says of itself, as it says it: nothing is judged or compared yet.
struct PageMetadata {
  /// A date and what says it.
  struct Stamp {
    /// The text of the date.
    var text: [UInt8]
    /// The line that it stands before or in.
    var line: Int
  }

  /// Titles of the article: `og:title` and the like.
  var titles: [[UInt8]] = []
  /// The content of `<title>`.
  var pageTitle: [UInt8] = []
  /// `article:published_time`.
  var published: [[UInt8]] = []
  /// Other names of dates.
  var namedDates: [[UInt8]] = []
  /// `itemprop="datePublished"`.
  var properties: [Stamp] = []
  /// `<time datetime="…">`.
  var times: [Stamp] = []
  /// The outlet, and how many names of metadata are surer.
  var siteNames: [(text: [UInt8], rank: Int)] = []
  /// The page's address.
  var addresses: [[UInt8]] = []
  /// Where JSON-LD stands in the page's bytes.
  var linkedData: [Range<Int>] = []
}
