internal import EventModel
internal import Lexicon

/// The table of the names of metadata (`html-metadata`).
struct MetadataNames: Sendable {
  /// What a name means.
  enum Field: String {
    case title, published, property, date, site, address
  }

  private var fields: [[UInt8]: (field: Field, rank: Int)] = [:]

  /// Compiles the table.
  ///
  /// - Throws: A diagnostic with file and line for a field that there is not.
  init(_ rows: [Table.Row]) throws(Diagnostic) {
    for row in rows {
      guard let field = Field(rawValue: row["field"]) else {
        throw row.fault("table-value", "“\(row["field"])” is no field of metadata", in: "field")
      }
      for (rank, name) in row.list("names").enumerated() {
        fields[name.utf8.map(MarkupByte.lowercased)] = (field, rank)
      }
    }
  }

  /// What a name means, and how many names of the same meaning are surer.
  func field(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> (field: Field, rank: Int)? {
    name.count <= 40 ? fields[name.map(MarkupByte.lowercased)] : nil
  }
}

extension PageMetadata {
  /// Keeps what a tag says of the page.
  ///
  /// - Parameter line: The number of lines before it.
  mutating func add(
    _ tag: HTMLTag, _ attributes: [HTMLAttribute], line: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ table: MetadataNames, _ references: HTMLReferences
  ) {
    func value(_ name: HTMLAttribute.Name) -> Range<Int>? { attributes.first { $0.name == name }?.value }
    // Old pages print the date in full in the title of an abbreviation.
    let other = tag == .link ? value(.href) : tag == .abbr ? value(.title) : nil
    guard let content = value(.content) ?? value(.datetime) ?? other else { return }
    guard content.count <= Self.valueLimit else { return }
    let text = { Blank.trimmed(references.text(bytes, content)) }
    if tag == .time, value(.itemprop) == nil {
      guard !tellsChange(value(.classes).map { bytes[$0] }) else { return }
      return times.append(Stamp(text: text(), line: line))
    }
    for name in [value(.property), value(.name), value(.itemprop), tag == .link ? value(.rel) : nil] {
      guard let name, let (field, rank) = table.field(bytes[name]) else { continue }
      // Only a tag of the head speaks for the whole page.
      guard field == .property || tag == .meta || tag == .link else { continue }
      switch field {
      case .title: titles.append(text())
      case .published: published.append(text())
      case .property: properties.append(Stamp(text: text(), line: line))
      case .date: namedDates.append(text())
      case .site: siteNames.append((text(), rank))
      case .address: addresses.append(text())
      }
      return
    }
  }

  /// The longest value in bytes that is read.
  private static let valueLimit = 4096

  /// Whether the class names of a date tell that it is that of a change, and nothing else.
  private func tellsChange(_ classes: Slice<UnsafeBufferPointer<UInt8>>?) -> Bool {
    guard let classes else { return false }
    let names = String(decoding: classes, as: UTF8.self).lowercased()
    return (names.contains("updated") || names.contains("modified")) && !names.contains("publish")
  }
}
