/// Names by a child: أبو بكر, written أبا and أبي in other cases.
enum Kunya {
  private static let father = "أبو "

  /// The name in its two other cases; none for another name.
  static func cases(of name: UnsafeBufferPointer<UInt8>) -> [String] {
    guard name.starts(with: father.utf8) else { return [] }
    let rest = String(decoding: name.dropFirst(father.utf8.count), as: UTF8.self)
    return ["أبا " + rest, "أبي " + rest]
  }

  /// The name in the nominative, by which it is known in every case.
  static func nominative(_ name: String) -> String {
    for other in ["أبا ", "أبي ", "ابا ", "ابي ", "ابو "] where name.hasPrefix(other) {
      return father + name.dropFirst(other.count)
    }
    return name
  }
}
