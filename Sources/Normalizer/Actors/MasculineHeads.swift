/// Masculine nouns that head the names of bodies: مجلس.
struct MasculineHeads: Sendable {
  private var heads = ByteMap<Bool>(capacity: 64)

  /// ال in UTF-8.
  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  /// Adds a noun.
  mutating func insert(_ noun: UnsafeBufferPointer<UInt8>) { heads.set(noun, true) }

  /// Whether a body's name begins with one of them: «مجلس الأمن», «البرلمان».
  func head(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { letters in
      var start = 0
      while start < letters.count, letters[start] == 0x20 { start += 1 }
      var end = start
      while end < letters.count, letters[end] != 0x20 { end += 1 }
      if letters[start..<end].starts(with: Self.article) { start += Self.article.count }
      return heads[UnsafeBufferPointer(rebasing: letters[start..<end])] != nil
    }
  }
}

extension MasculineHeads: Imaged {
  init(from image: inout ImageReader) { heads = image.read() }

  func write(to image: inout ImageWriter) { image.write(heads) }
}
