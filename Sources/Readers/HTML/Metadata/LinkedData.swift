internal import JSON

/// What a page's JSON-LD (schema.org) says of one article.
struct LinkedArticle {
  /// The headline.
  var headline: String?
  /// `datePublished`.
  var published: String?
  /// The publisher's name.
  var publisher: String?
  /// The page's address.
  var address: String?
  /// Whether it is an article and not only a page.
  var isArticle: Bool
}

/// Reads JSON-LD leniently: what is no JSON is no data either.
enum LinkedData {
  /// The articles of a script, in order; pages stand behind articles.
  ///
  /// Looked at are the object itself, the elements of an array, `@graph` and `mainEntity`; lists of further articles are
  /// not.
  static func articles(_ script: Slice<UnsafeBufferPointer<UInt8>>) -> [LinkedArticle] {
    guard let value = parse(script) else { return [] }
    var found: [LinkedArticle] = []
    var names: [String: String] = [:]
    collect(value, depth: 0, &found, &names)
    return found.filter(\.isArticle) + found.filter { !$0.isArticle }
  }

  private static func parse(_ script: Slice<UnsafeBufferPointer<UInt8>>) -> JSONValue? {
    // A comment or a CDATA section may stand around the object.
    let opening = Array("[CDATA[".utf8)
    let first = script.prefix(64).firstIndex(of: 0x5B) ?? script.startIndex
    let rest = script[first...].starts(with: opening) ? script[(first + opening.count)...] : script
    guard let start = rest.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let end = rest.lastIndex(where: { $0 == 0x7D || $0 == 0x5D })
    else { return nil }
    guard start <= end else { return nil }
    var bytes = Array(script[start...end])
    while bytes.count > 2, bytes.suffix(2) == [0x5D, 0x5D] { bytes.removeLast(2) }
    if let value = try? JSONParser.parse(bytes, allowsDuplicateKeys: true) { return value }
    // Line feeds inside of strings are the most frequent fault; outside they are spaces anyway.
    for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
    return try? JSONParser.parse(withoutTrailingCommas(bytes), allowsDuplicateKeys: true)
  }

  private static func withoutTrailingCommas(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isString = false
    var isEscaped = false
    for byte in bytes {
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isString = false
        }
      } else if byte == 0x22 {
        isString = true
      } else if byte == 0x7D || byte == 0x5D {
        while let last = result.last, last == 0x20 { result.removeLast() }
        if result.last == 0x2C { result.removeLast() }
      }
      result.append(byte)
    }
    return result
  }

  private static func collect(
    _ value: JSONValue, depth: Int, _ found: inout [LinkedArticle], _ names: inout [String: String]
  ) {
    guard depth < 8 else { return }
    if let elements = value.array {
      // Publishers are often told once, beside the articles that refer to them.
      for element in elements {
        if let id = element["@id"]?.string, let name = element["name"]?.string { names[id] = name }
      }
      for element in elements { collect(element, depth: depth + 1, &found, &names) }
      return
    }
    guard value.object != nil else { return }
    if let graph = value["@graph"] { collect(graph, depth: depth + 1, &found, &names) }
    let types = (value["@type"]?.array ?? [value["@type"]].compactMap(\.self)).compactMap(\.string)
    let isArticle = types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0.hasSuffix("Report") }
    if isArticle || types.contains(where: { $0.hasSuffix("WebPage") }) {
      let publisher = value["publisher"]
      let address = value["mainEntityOfPage"]
      found.append(
        LinkedArticle(
          headline: value["headline"]?.string ?? value["name"]?.string,
          published: value["datePublished"]?.string,
          publisher: isArticle ? name(of: publisher, names) : nil,
          address: value["url"]?.string ?? address?.string ?? address?["@id"]?.string,
          isArticle: isArticle))
    }
    if let entity = value["mainEntity"] { collect(entity, depth: depth + 1, &found, &names) }
  }

  private static func name(of publisher: JSONValue?, _ names: [String: String]) -> String? {
    guard let publisher else { return nil }
    if let name = publisher.string { return name }
    if let first = publisher[0] { return name(of: first, names) }
    return publisher["name"]?.string ?? publisher["@id"]?.string.flatMap { names[$0] }
  }
}
