internal import JSON

/// The first place where two records have different content.
struct RecordDifference: Equatable {
  /// The JSON pointer to the place.
  var pointer: String
  /// What stands there in the one and in the other, for people.
  var left: String
  var right: String

  /// Finds the first difference; nil where there is none.
  ///
  /// - Parameters:
  ///   - left: A record in the shape of JSON Lines.
  ///   - right: The same, from a format whose leaves are texts.
  ///   - normalize: What becomes of a text of the left in the format of the right.
  static func find(
    _ left: JSONValue, _ right: JSONValue, at pointer: String = "", normalize: (String) -> String
  ) -> RecordDifference? {
    switch (left, right) {
    case (.object(let members), .object(let others)):
      for key in members.map(\.key) + others.map(\.key).filter({ left[$0] == nil }) {
        let difference = find(
          left[key] ?? .null, right[key] ?? .null, at: pointer + "/" + JSONPointer.escaped(key), normalize: normalize)
        if let difference { return difference }
      }
      return nil
    case (.array(let elements), .array(let others)):
      if elements.count != others.count {
        return RecordDifference(
          pointer: pointer, left: "\(elements.count) elements", right: "\(others.count) elements")
      }
      for index in elements.indices {
        let difference = find(
          elements[index], others[index], at: pointer + "/\(index)", normalize: normalize)
        if let difference { return difference }
      }
      return nil
    default:
      if left.isNull, right.isNull { return nil }
      let isSameShape = left.isLeaf && right.isLeaf && left.isNull == right.isNull
      if isSameShape, normalize(left.plainText).hasSameBytes(as: right.plainText) { return nil }
      return RecordDifference(pointer: pointer, left: left.shown, right: right.shown)
    }
  }
}

extension JSONValue {
  fileprivate var isLeaf: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// The value for people, cut where it is long.
  fileprivate var shown: String {
    switch self {
    case .null: "nothing"
    case .array(let elements): "\(elements.count) elements"
    case .object: "an object"
    default: plainText.shortened
    }
  }
}

extension String {
  /// The text in quotation marks, cut where it is long.
  package var shortened: String {
    unicodeScalars.count <= 60 ? "\"\(self)\"" : "\"\(String(String.UnicodeScalarView(unicodeScalars.prefix(60))))…\""
  }

  /// What XML can hold of a text: characters that XML 1.0 forbids are replaced by U+FFFD.
  package var asXML: String {
    func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0x00...0x1F, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    guard unicodeScalars.contains(where: isForbidden) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
  }
}
